import type { Binding } from '../store/page-tokens';
import { validation } from './errors';
import type { SyntheticsWorld } from './operation';
import { pageToken, readPageToken } from './page-token';

/**
 * One page of what has an id, and the token of the next. A token holds the last one's id: up to 60 characters, where a
 * name can be longer than a token may be.
 */
export function idPage<Item extends { id: string }>(
  world: SyntheticsWorld,
  items: readonly Item[],
  request: Binding,
  { limit, token }: { limit: number; token?: string },
): { items: Item[]; nextToken?: string } {
  const start = token === undefined ? 0 : indexAfter(items, readPageToken(world, request, token));
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  const more = start + limit < items.length;
  return { items: page, nextToken: more && last ? pageToken(world, request, last.id) : undefined };
}

function indexAfter(items: readonly { id: string }[], id: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) throw validation('NextToken: what it names is gone.');
  return index + 1;
}
