import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '@/lib/disk/durable-file';
import { readJsonFile } from '@/lib/disk/json-file';

/** Maximum entries of one group; the oldest are dropped. */
const MAX_ENTRIES = 1000;

const entry = z.object({
  /** Id of the anomaly's instance. */
  id: z.string(),
  type: z.enum(['Positive', 'Negative']),
  comment: z.string().optional(),
  /** Epoch milliseconds. */
  at: z.number(),
});

const file = z.object({ feedback: z.array(entry) });

/** A user's feedback on one instance of an anomaly. */
export type Feedback = z.output<typeof entry>;

/** The feedback on a group's anomalies by instance id. */
export async function readFeedback(groupFolder: string, now: number): Promise<Map<string, Feedback>> {
  const stored = await readJsonFile(pathIn(groupFolder), file, now);
  return new Map(stored?.feedback.map((each) => [each.id, each]));
}

/** Replaces the feedback on an instance. Resolves when it is on disk. Calls must not overlap. */
export async function storeFeedback(groupFolder: string, entry: Feedback): Promise<void> {
  const all = await readFeedback(groupFolder, entry.at);
  all.delete(entry.id);
  all.set(entry.id, entry);
  const feedback = [...all.values()].slice(-MAX_ENTRIES);
  await writeDurably(pathIn(groupFolder), `${JSON.stringify({ feedback })}\n`);
}

const pathIn = (groupFolder: string) => join(groupFolder, 'feedback.json');
