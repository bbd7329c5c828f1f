import { matchedNodes } from '@/lib/profile/transform/search';
import type { CallTree } from '@/lib/profile/tree/call-tree';

type Matches = { search: string; matched: Uint8Array | undefined };

/** The last search in each tree. */
const last = new WeakMap<CallTree, Matches>();

/** Node → 1 where a text matches: the same object as long as the text is the same, so that nothing is drawn again. */
export function textMatches(tree: CallTree, search: string): Uint8Array | undefined {
  const known = last.get(tree);
  if (known?.search === search) return known.matched;
  const matched = matchedNodes(tree, search, undefined);
  last.set(tree, { search, matched });
  return matched;
}
