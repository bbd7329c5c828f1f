import type { QueryClient } from '@tanstack/react-query';
import type { AskedRequest } from '@/lib/answer/shared-link';
import { askedBy } from '@/lib/queries/asked';
import { absoluteRange, type Span } from '@/lib/time/range';

/** The address of the present page with an absolute range and a fixed `now`, so that it asks the same again. */
export function frozenSearch(search: string, { from, to }: Span, now: number): string {
  const params = new URLSearchParams(search);
  const range = absoluteRange({ from, to });
  params.set('from', range.from);
  params.set('to', range.to);
  params.set('asof', new Date(now).toISOString());
  params.delete('refresh');
  return `?${params}`;
}

/** The requests of what is on screen: those of queries, and pictures. */
export function requestsOnScreen(client: QueryClient, page: ParentNode): AskedRequest[] {
  const queries = client.getQueryCache().getAll();
  // A list asks for its canaries in batches, of which only the last one is active.
  const shown = queries.filter((query) => query.isActive() || query.queryKey[0] === 'canaries-health');
  const pictures = [...page.querySelectorAll<HTMLImageElement>('img[src^="/api/"]')];
  return [...askedBy(shown), ...pictures.map(({ src }) => ({ path: src.slice(new URL(src).origin.length) }))];
}
