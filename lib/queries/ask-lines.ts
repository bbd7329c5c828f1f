import { fetchAnswer, unreachable, unreadable } from './fetch-json';
import { jsonLines } from './json-lines';

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
  let isOwnError = false;
  try {
    for await (const line of jsonLines(response.body)) {
      isOwnError = true;
      const result = onLine(line as Line);
      if (result !== undefined) return result;
      isOwnError = false;
    }
  } catch (error) {
    if (init.signal.aborted || isOwnError) throw error;
    // Reading fails with a TypeError when the connection breaks.
    throw error instanceof TypeError ? unreachable() : unreadable(response.status);
  }
  throw unreachable();
}
