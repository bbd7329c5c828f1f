import type { AskedRequest } from '@/lib/answer/shared-link';

/** The meta of a query with the requests that its data comes from, so that a shared link can keep their answers. */
export const asked = (...requests: (string | AskedRequest)[]) => ({
  asked: requests.map((request) => (typeof request === 'string' ? { path: request } : request)),
});

type Asking = {
  meta?: Record<string, unknown> | undefined;
  state: { data: unknown; error: unknown; fetchStatus: string };
};

/** The requests whose answers queries have or wait for, each once. */
export function askedBy(queries: readonly Asking[]): AskedRequest[] {
  const requests = queries
    .filter(({ state }) => state.data !== undefined || state.error !== null || state.fetchStatus !== 'idle')
    .flatMap(({ meta }) => (meta?.asked ?? []) as AskedRequest[]);
  return [...new Map(requests.map((request) => [JSON.stringify(request), request])).values()];
}
