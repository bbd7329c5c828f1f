import type { Binding } from '../store/page-tokens';
import { sortedPage } from '../store/sorted-page';
import type { SyntheticsWorld } from './operation';
import { invalidToken } from './page-token';

/** One page of a list, sorted by name, and the token of the next. ValidationException for an invalid token. */
export function namePage<Item extends { name: string }>(
  world: SyntheticsWorld,
  list: readonly Item[],
  binding: Binding,
  { limit, token }: { limit: number; token?: string },
): Promise<{ items: Item[]; nextToken?: string }> {
  return sortedPage(world, list, {
    size: limit,
    token,
    binding,
    keyOf: ({ name }) => [name],
    invalidToken,
  });
}
