import { collapseRecursion } from '@/lib/profile/transform/collapse-recursion';
import { collapseFunctions, hideFunctions } from '@/lib/profile/transform/hide';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { selfFromTotals } from '@/lib/profile/tree/self-from-totals';
import type { FrameChoice } from '@/lib/profile/view/choice';
import type { IndexedTree } from '@/lib/profile/view/indexed-tree';
import type { FunctionName, ProfileView } from '@/lib/profile/view/view';
import type { CachedProfile, CachedProfiles } from './cached-profiles';

export type FrameFilter = Pick<FrameChoice, 'hidden' | 'collapsed' | 'recursion'>;

/** `whole` is the profile with all functions down to the requested depth, which sets the colours of packages. */
export type FilteredProfile = CachedProfile &
  Pick<ProfileView, 'hidden' | 'collapsed'> & { whole: IndexedTree };

/** A profile without hidden functions and without the callees of collapsed ones, with the names of both. */
export function filteredProfile(
  profiles: CachedProfiles,
  whole: CachedProfile,
  { hidden = [], collapsed = [], recursion }: FrameFilter,
): FilteredProfile {
  const functions = { hidden: namedIn(whole, hidden), collapsed: namedIn(whole, collapsed) };
  const filtered = { ...functions, whole: colouring(profiles, whole) };
  const how = [recursion, ...[functions.hidden, functions.collapsed].map((each) => each.map(keyOf).sort())];
  if (how.every((each) => each === undefined || each.length === 0)) return { ...whole, ...filtered };
  const derived = profiles.derived(whole, JSON.stringify(how), (tree) => {
    const collapsedTree = collapseFunctions(tree, functions.collapsed.map(nameOf));
    const visible = hideFunctions(collapsedTree, functions.hidden.map(nameOf));
    return recursion ? collapseRecursion(visible) : visible;
  });
  return { ...derived, ...filtered };
}

/**
 * The profile that ranks packages: removed samples are self of the frame above. Whether deeper frames are cached depends on
 * earlier requests, and a link must always show the same colours.
 */
function colouring(profiles: CachedProfiles, whole: CachedProfile): IndexedTree {
  if (whole.known.maxDepth === undefined) return whole.known;
  const withRemoved = (tree: CallTree) => tree.total.map((total) => selfFromTotals(tree, total));
  return profiles.derived(whole, 'colours', (tree) => ({ ...tree, self: withRemoved(tree) })).known;
}

const keyOf = ({ key }: FunctionName) => key;
const nameOf = ({ name }: FunctionName) => name;

const namedIn = ({ known }: CachedProfile, keys: readonly string[]): FunctionName[] =>
  keys.flatMap((key) => {
    const name = known.functionNamed(key);
    return name === undefined ? [] : [{ key, name }];
  });
