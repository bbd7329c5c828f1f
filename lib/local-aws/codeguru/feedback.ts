import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from './durable-file';

/** The newest answers are kept, so many of a group. */
const MOST_KEPT = 1000;

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

/** What was said of a group's anomalies, by the instance's id. A damaged file is set aside and named in the log. */
export async function readFeedback(groupFolder: string): Promise<Map<string, Feedback>> {
  const path = pathIn(groupFolder);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return new Map();
  try {
    return new Map(file.parse(JSON.parse(text)).feedback.map((each) => [each.id, each]));
  } catch {
    const aside = `${path}.damaged`;
    await rename(path, aside);
    console.error(`local-aws: ${path} was damaged; it is now ${aside}`);
    return new Map();
  }
}

/** Keeps an answer in place of an earlier one of the same instance. Resolves when it is on disk; one at a time. */
export async function keepFeedback(groupFolder: string, said: Feedback): Promise<void> {
  const all = await readFeedback(groupFolder);
  all.delete(said.id);
  all.set(said.id, said);
  const feedback = [...all.values()].slice(-MOST_KEPT);
  await writeDurably(pathIn(groupFolder), `${JSON.stringify({ feedback })}\n`);
}

const pathIn = (groupFolder: string) => join(groupFolder, 'feedback.json');
