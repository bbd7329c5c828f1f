import { ProblemError } from '@/lib/answer/problem';
import { fetchAnswer, unreachable, unreadable } from './fetch-json';
import { jsonLines } from './json-lines';

/** Marks an answer that ended without its last line. */
const NO_END = Symbol('no end');

/**
 * Requests an answer of the dashboard's API in lines of JSON. `onLine` returns the result with the last line, and undefined with
 * each one before. Rejects with the error that `onLine` throws, or a ProblemError.
 */
export async function askLines<Line, Result>(
  path: string,
  init: RequestInit & { signal: AbortSignal },
  onLine: (line: Line) => Result | undefined,
): Promise<Result> {
  const headers = { accept: 'application/x-ndjson', ...init.headers };
  const response = await fetchAnswer(path, { ...init, headers });
  if (!response.body) throw unreadable(response.status);
  let result: Result | typeof NO_END = NO_END;
  try {
    for await (const line of jsonLines(response.body)) {
      result = onLine(line as Line) ?? NO_END;
      if (result !== NO_END) break;
    }
  } catch (error) {
    if (init.signal.aborted || error instanceof ProblemError) throw error;
    // Reading fails with a TypeError when the connection breaks.
    throw error instanceof TypeError ? unreachable() : unreadable(response.status);
  }
  if (result === NO_END) throw unreachable();
  return result;
}
