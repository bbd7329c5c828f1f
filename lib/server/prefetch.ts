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
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([Promise.allSettled(options.map((each) => run(client, each))), limit]);
  clearTimeout(timer);
  return dehydrate(client);
}

/** Options are made by the query library's own factories; only their data's type is forgotten here. */
function run(client: QueryClient, options: Prefetchable): Promise<unknown> {
  return 'initialPageParam' in options
    ? client.infiniteQuery(options as InfiniteQueryExecuteOptions)
    : client.query(options as QueryExecuteOptions);
}
