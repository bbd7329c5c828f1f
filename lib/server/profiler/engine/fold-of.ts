import { isOwnCode } from '@/lib/profile/graph/own-code';
import { foldChains } from '@/lib/profile/transform/fold-chains';
import type { CallTree } from '@/lib/profile/tree/call-tree';

/** Folds chains of frames that are not the user's own code, which has these prefixes. */
export const foldOf =
  (ownPrefixes: readonly string[]) =>
  (tree: CallTree): CallTree =>
    foldChains(tree, (name) => isOwnCode(name, ownPrefixes));
