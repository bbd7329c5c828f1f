import {
  type DefaultError,
  type QueryClient,
  type QueryKey,
  QueryObserver,
  type QueryObserverOptions,
  type QueryObserverResult,
} from '@tanstack/react-query';
import { createQueryClient } from './query-client';

/** Per client of a page: a client that has only what the server sent with the page, and requests nothing. */
const sentOf = new WeakMap<QueryClient, QueryClient>();

/** A query client that remembers what the server sent, for parts of a page that hydrate after newer answers have arrived. */
export function createPageClient(): QueryClient {
  const client = createQueryClient();
  const sent = createQueryClient();
  sentOf.set(client, sent);
  client.getQueryCache().subscribe(({ type, query }) => {
    // Other queries have no data yet when they are added.
    if (type === 'added' && query.state.data !== undefined) {
      sent.getQueryCache().build(sent, { ...query.options, queryKey: query.queryKey }, query.state);
    }
  });
  return client;
}

/** Whether a query has changed since the server rendered the page with it. */
export function hasChanged(client: QueryClient, key: QueryKey): boolean {
  const current = client.getQueryState(key);
  const sent = sentOf.get(client)?.getQueryState(key);
  return (
    current?.data !== sent?.data ||
    (current?.error ?? null) !== (sent?.error ?? null) ||
    (current?.fetchStatus ?? 'idle') !== (sent?.fetchStatus ?? 'idle')
  );
}

/** The result of a query as the server rendered it. */
export function sentResult<Fetched, Failure = DefaultError, Data = Fetched, Key extends QueryKey = QueryKey>(
  client: QueryClient,
  options: QueryObserverOptions<Fetched, Failure, Data, Fetched, Key>,
): QueryObserverResult<Data, Failure> {
  const sent = sentOf.get(client) ?? client;
  const defaulted = { ...sent.defaultQueryOptions(options), _optimisticResults: 'optimistic' as const };
  return new QueryObserver(sent, defaulted).getOptimisticResult(defaulted);
}
