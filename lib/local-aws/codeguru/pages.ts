import { type Binding, TOKEN_MS } from '../store/page-tokens';
import { type SortKey, sortedPage } from '../store/sorted-page';
import { validation } from './errors';
import type { CodeguruWorld } from './operation';

/** A nextToken for the page after an instant, valid for 24 hours. At most 64 characters of [\w-]. */
export function tokenAfter({ tokens, clock }: CodeguruWorld, instant: number, request: Binding): string {
  return tokens.issue(request, instant, clock.now() + TOKEN_MS);
}

/** The instant in a token. ValidationException for one that has expired or belongs to another request. */
export function instantIn({ tokens, clock }: CodeguruWorld, token: string, request: Binding): number {
  const instant = tokens.read(token, request, clock.now());
  if (instant === undefined) throw invalidToken();
  return Number(instant);
}

type PageRequest<Item> = {
  size: number;
  nextToken: string | undefined;
  binding: Binding;
  keyOf(item: Item): SortKey;
};

/** One page of a list, sorted by its keys. ValidationException for a token that has expired or belongs to another request. */
export function pageOf<Item>(
  world: CodeguruWorld,
  list: readonly Item[],
  { nextToken, ...request }: PageRequest<Item>,
): Promise<{ items: Item[]; nextToken?: string }> {
  return sortedPage(world, list, { ...request, token: nextToken, invalidToken });
}

const invalidToken = () =>
  validation('nextToken: is not valid: it has expired (after 24 hours), or belongs to another request.');
