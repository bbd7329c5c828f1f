import { ProblemError } from '@/lib/answer/problem';
import { currentRecording, keptLink } from './link-scope';

/**
 * An answer of AWS that is JSON, by the name of its kind and a key: from the link whose page asks, else from `live`. A link that is being
 * made keeps it. Rejects with a ProblemError when a link doesn't keep it.
 */
export async function keptAnswer<Value>(
  kind: string,
  key: string,
  live: () => Promise<Value>,
): Promise<Value> {
  const link = keptLink();
  // It was written from a value of this type, and its hash was checked.
  if (link) return (await link.answer(kind, key)) as Value;
  const recording = currentRecording();
  try {
    const value = await live();
    recording?.addAnswer(kind, key, value);
    return value;
  } catch (error) {
    recording?.addProblem(kind, key, error);
    throw error;
  }
}

/** As `keptAnswer`, of an answer that is kept elsewhere: only the problem that a page has in place of it is kept here. */
export async function keptProblem<Value>(
  kind: string,
  key: string,
  live: () => Promise<Value>,
): Promise<Value> {
  const problem = await keptLink()?.problem(kind, key);
  if (problem) throw new ProblemError(problem);
  const recording = currentRecording();
  return live().catch((error: unknown) => {
    recording?.addProblem(kind, key, error);
    throw error;
  });
}
