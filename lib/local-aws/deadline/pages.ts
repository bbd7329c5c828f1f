import { type Binding, TOKEN_MS } from '../store/page-tokens';
import { type SortKey, sortedPage } from '../store/sorted-page';
import { validation } from './errors';
import type { DeadlineWorld } from './operation';

/** The paging members of a request. The first page has an empty token. */
export type PageRequest = { nextToken: string; maxResults: number };

/** One page of a list, sorted by its keys. ValidationException for a token that is invalid for this request. */
export function pageOf<Item>(
  world: DeadlineWorld,
  { nextToken, maxResults }: PageRequest,
  binding: Binding,
  list: readonly Item[],
  keyOf: (item: Item) => SortKey,
): Promise<{ items: Item[]; nextToken?: string }> {
  return sortedPage(world, list, {
    size: maxResults,
    token: nextToken || undefined,
    binding: [...binding, maxResults],
    keyOf,
    invalidToken,
  });
}

/** The key by which lists of farms, queues and fleets are sorted. */
export function listKey({ rank, displayName }: { rank: number; displayName: string }, id: string): SortKey {
  return [rank, displayName, id];
}

/**
 * The position that the token of the requested page holds; undefined for the first page. ValidationException for a token
 * that is invalid for this request.
 */
export function positionOf(
  world: DeadlineWorld,
  { nextToken, maxResults }: PageRequest,
  binding: Binding,
): string | undefined {
  if (nextToken === '') return undefined;
  const position = world.tokens.read(nextToken, [...binding, maxResults], world.clock.now());
  if (position === undefined) throw invalidToken();
  return position;
}

/** The token of the page after a position, which is up to 60 characters of `[0-9a-z-]`. */
export function tokenAt(
  world: DeadlineWorld,
  { maxResults }: PageRequest,
  binding: Binding,
  position: number | string,
): string {
  return world.tokens.issue([...binding, maxResults], position, world.clock.now() + TOKEN_MS);
}

const invalidToken = () =>
  validation([{ name: 'nextToken', message: 'is not valid: it expired, or was given for other arguments' }]);
