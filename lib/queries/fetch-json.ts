import { type ProblemBody, ProblemError } from '@/lib/answer/problem';

export type QueryValue = string | number | undefined;

/** A path of our own API with its query parameters; undefined ones are left out. */
export function apiPath(path: string, query: Record<string, QueryValue> = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** An instant as our API takes it. */
export const isoInstant = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString();

/**
 * Asks one of our own route handlers. Rejects with a ProblemError, also when the dashboard's server can't
 * be reached or answers something that is not JSON; an abort rejects as it came.
 */
export async function fetchJson<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers: { accept: 'application/json', ...init.headers } });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw unreachable();
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as T;
  if (isProblemBody(body)) throw new ProblemError(body.error);
  throw unreadable(response.status);
}

function isProblemBody(body: unknown): body is ProblemBody {
  const error = (body as ProblemBody | undefined)?.error;
  return typeof error?.code === 'string' && typeof error.message === 'string';
}

const unreachable = () =>
  new ProblemError({
    code: 'DashboardUnreachable',
    message: 'The dashboard’s own server does not answer. What you see may be old.',
    status: 0,
    retryable: true,
  });

const unreadable = (status: number) =>
  new ProblemError({
    code: 'DashboardAnswerUnreadable',
    message: `The dashboard’s own server answered with status ${status} and no explanation.`,
    status,
    retryable: true,
  });
