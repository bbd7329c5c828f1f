import type { Answer } from '@/lib/answer/answer';
import { type ProblemBody, ProblemError } from '@/lib/answer/problem';
import { withKept } from './kept';

/** Reads an answer: from the dashboard's API in the browser, from lib/server while a page is rendered. */
export type Fetcher<Request, Data> = (request: Request, signal?: AbortSignal) => Promise<Answer<Data>>;

/** Makes a fetcher that reads the answer at a path of the dashboard's API. */
export const fetcherAt =
  <Request, Data>(pathOf: (request: Request) => string): Fetcher<Request, Data> =>
  (request, signal) =>
    fetchJson(pathOf(request), { signal });

/** A path of the dashboard's API with query parameters; undefined ones are left out. */
export function apiPath(path: string, query: Record<string, string | number | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  const text = search.toString();
  return withKept(text ? `${path}?${text}` : path);
}

/** An instant in the form that the dashboard's API expects. */
export const isoInstant = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString();

/**
 * Requests JSON from the dashboard's API. Rejects with a ProblemError, also when the server can't be reached or
 * answers something other than JSON; an abort rejects with its own error.
 */
export async function fetchJson<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetchAnswer(path, init);
  const body: unknown = await response.json().catch(() => undefined);
  if (body !== undefined) return body as T;
  throw unreadable(response.status);
}

/** Requests an answer of the dashboard's API. Rejects like `fetchJson`, also when the answer is a problem. */
export async function fetchAnswer(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(withKept(path), {
      ...init,
      headers: { accept: 'application/json', ...init.headers },
    });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw unreachable();
  }
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  throw isProblemBody(body) ? new ProblemError(body.error) : unreadable(response.status);
}

function isProblemBody(body: unknown): body is ProblemBody {
  const error = (body as ProblemBody | undefined)?.error;
  return typeof error?.code === 'string' && typeof error.message === 'string';
}

/** Codes of the problems in which the dashboard's server gave no answer, or one that isn't its own. */
export const NO_CONNECTION = 'DashboardUnreachable';
export const NO_ANSWER = 'DashboardAnswerUnreadable';

export const unreachable = () =>
  new ProblemError({
    code: NO_CONNECTION,
    message: 'The dashboard’s server does not respond. What you see may be out of date.',
    status: 0,
    retryable: true,
  });

export const unreadable = (status: number) =>
  new ProblemError({
    code: NO_ANSWER,
    message: `The dashboard’s server answered with status ${status} and no explanation.`,
    status,
    retryable: true,
  });
