import { matchedNodes } from '@/lib/profile/transform/search';
import type { CallTree } from '@/lib/profile/tree/call-tree';

type Search = { search: string; foundByServer: Uint8Array | undefined };

/** The last search in each tree. */
const last = new WeakMap<CallTree, Search & { matched: Uint8Array | undefined }>();

/** `matchedNodes`, but the same object as long as the search is the same, so that nothing is drawn again. */
export function searchMatches(
  tree: CallTree,
  search: string,
  foundByServer?: Uint8Array,
): Uint8Array | undefined {
  const known = last.get(tree);
  if (known?.search === search && known.foundByServer === foundByServer) return known.matched;
  const matched = matchedNodes(tree, search, foundByServer);
  last.set(tree, { search, foundByServer, matched });
  return matched;
}
