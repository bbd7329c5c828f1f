import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '@/lib/disk/durable-file';
import { readJsonFile } from '@/lib/disk/json-file';

/** The newest answers are kept, so many of a group. */
const MAX_ENTRIES = 1000;

const entry = z.object({
  /** Of the anomaly's instance. */
  id: z.string(),
  type: z.enum(['Positive', 'Negative']),
  comment: z.string().optional(),
  /** Epoch milliseconds. */
  at: z.number(),
});

const file = z.object({ feedback: z.array(entry) });

/** What a user said of one instance of an anomaly. */
export type Feedback = z.output<typeof entry>;

/** What was said of a group's anomalies, by the instance's id. */
export async function readFeedback(groupFolder: string, now: number): Promise<Map<string, Feedback>> {
  const kept = await readJsonFile(pathIn(groupFolder), file, now);
  return new Map(kept?.feedback.map((each) => [each.id, each]));
}

/** Keeps an answer in place of an earlier one of the same instance. Resolves when it is on disk; one at a time. */
export async function keepFeedback(groupFolder: string, said: Feedback): Promise<void> {
  const all = await readFeedback(groupFolder, said.at);
  all.delete(said.id);
  all.set(said.id, said);
  const feedback = [...all.values()].slice(-MAX_ENTRIES);
  await writeDurably(pathIn(groupFolder), `${JSON.stringify({ feedback })}\n`);
}

const pathIn = (groupFolder: string) => join(groupFolder, 'feedback.json');
