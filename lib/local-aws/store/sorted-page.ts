import type { Binding } from './page-tokens';
import type { SharedWorld } from './shared-world';

/** The sort key of a list, most significant part first. Items of one list have different keys. */
export type SortKey = readonly (string | number)[];

type PageRequest<Item> = {
  size: number;
  /** The page's token; the first page has none. */
  token: string | undefined;
  binding: Binding;
  keyOf(item: Item): SortKey;
  /** Called for a token that has expired or was issued for another binding. */
  invalidToken(): Error;
};

/**
 * One page of a list, sorted by its keys. It continues after the key of the page before, so that items which come or go
 * between two pages, that key's own included, make no other item come twice or never.
 */
export async function sortedPage<Item>(
  { tokens, clock }: SharedWorld,
  list: readonly Item[],
  { size, token, binding, keyOf, invalidToken }: PageRequest<Item>,
): Promise<{ items: Item[]; nextToken?: string }> {
  const now = clock.now();
  let rest = list.toSorted((a, b) => compareKeys(keyOf(a), keyOf(b)));
  if (token !== undefined) {
    const text = await tokens.readAfter(token, binding, now);
    if (text === undefined) throw invalidToken();
    const after = JSON.parse(text) as SortKey;
    rest = rest.filter((item) => compareKeys(keyOf(item), after) > 0);
  }
  const items = rest.slice(0, size);
  const last = items.at(-1);
  if (!last || rest.length <= size) return { items };
  return { items, nextToken: await tokens.issueAfter(binding, JSON.stringify(keyOf(last)), now) };
}

function compareKeys(a: SortKey, b: SortKey): number {
  for (const [i, part] of a.entries()) {
    const other = b[i];
    if (other === undefined || part === other) continue;
    return part < other ? -1 : 1;
  }
  return a.length - b.length;
}
