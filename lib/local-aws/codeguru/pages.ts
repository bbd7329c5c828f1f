import { type Binding, TOKEN_MS } from '../store/page-tokens';
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
  keyOf(item: Item): string;
  isAfter(item: Item, key: string): boolean;
};

/**
 * One page of a sorted list: it starts after the key of the page before, whether or not that item still exists.
 * ValidationException for a token that has expired or belongs to another request.
 */
export async function pageOf<Item>(
  { tokens, clock }: CodeguruWorld,
  all: readonly Item[],
  { size, nextToken, binding, keyOf, isAfter }: PageRequest<Item>,
): Promise<{ items: Item[]; nextToken?: string }> {
  const now = clock.now();
  let rest = all;
  if (nextToken !== undefined) {
    const key = await tokens.readAfter(nextToken, binding, now);
    if (key === undefined) throw invalidToken();
    rest = all.filter((item) => isAfter(item, key));
  }
  const items = rest.slice(0, size);
  const last = items.at(-1);
  if (!last || rest.length <= size) return { items };
  return { items, nextToken: await tokens.issueAfter(binding, keyOf(last), now) };
}

const invalidToken = () =>
  validation('nextToken: is not valid: it has expired (after 24 hours), or belongs to another request.');
