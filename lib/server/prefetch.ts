import {
  type DehydratedState,
  dehydrate,
  type InfiniteQueryExecuteOptions,
  type QueryClient,
  type QueryExecuteOptions,
} from '@tanstack/react-query';
import { createQueryClient } from '@/lib/queries/query-client';

const LIMIT_MS = 400;

/** What `queryOptions` and `infiniteQueryOptions` give. */
type Prefetchable = { queryKey: readonly unknown[]; initialPageParam?: unknown };

/**
 * Asks for a page's first data, given option factories with the server's own fetchers, and gives what came
 * within 400 ms for a HydrationBoundary. The rest, also what failed, the browser asks for itself: it joins the
 * call that is still under way here.
 */
export async function prefetch(
  options: readonly Prefetchable[],
  limitMs: number = LIMIT_MS,
): Promise<DehydratedState> {
  const client = createQueryClient();
  await within(limitMs, Promise.allSettled(options.map((each) => run(client, each))));
  return dehydrate(client);
}

/** Is over when the work is, or at the limit; whether the work is. */
async function within(limitMs: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  const isDone = await Promise.race([work.then(() => true), limit]);
  clearTimeout(timer);
  return isDone;
}

const SOON_MS = 100;
const LATE_MS = 5000;

/**
 * The same for a page that is opened and whose first picture is made of the data: what is answered after 100 ms follows
 * the rest of the page, in the same response, within 5 s.
 */
export async function prefetchBehind(
  options: readonly Prefetchable[],
  soonMs: number = SOON_MS,
  lateMs: number = LATE_MS,
): Promise<{ state: Promise<DehydratedState>; isLate: boolean }> {
  const state = prefetch(options, lateMs);
  return { state, isLate: !(await within(soonMs, state)) };
}

/** Whether a page is opened; one that is already shown and gets other data stays as it is until that is there. */
export const isOpened = (headers: { get(name: string): string | null }): boolean =>
  headers.get('accept')?.includes('text/html') ?? false;

/** Options are made by the query library's own factories; only their data's type is forgotten here. */
function run(client: QueryClient, options: Prefetchable): Promise<unknown> {
  return 'initialPageParam' in options
    ? client.infiniteQuery(options as InfiniteQueryExecuteOptions)
    : client.query(options as QueryExecuteOptions);
}
