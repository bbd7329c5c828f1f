'use client';

import { useMemo } from 'react';
import { isExpression } from '@/lib/profile/transform/search';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { functionPath, nodeAtFunctionPath } from '@/lib/profile/tree/function-path';
import { nodeOfPathKey, pathKey } from '@/lib/profile/tree/path-key';
import type { View } from '@/lib/profile/view/choice';
import type { Picture } from '../graph/picture';
import type { ProfileSettings } from '../settings/profile-settings';
import { searchMatches } from './search-matches';
import { belowInOrder, inOrder, sortedTree } from './sorted-tree';
import { useDrawnFocus } from './use-drawn-focus';
import type { LoadedProfile, ProfileState } from './use-profile';

export type ProfilePicture = Picture & {
  /** The frame in the URL is not in this profile. */
  isFocusMissing: boolean;
  /** Node that the search and the functions refer to: 0, or the focused one once its answer has arrived. */
  scope: number;
};

/** The picture of a loaded profile. Text searches match immediately among the frames already loaded. */
export function useProfilePicture(
  { profile, view, isPlaceholder }: Pick<ProfileState, 'profile' | 'view' | 'isPlaceholder'>,
  settings: Pick<ProfileSettings, 'focus' | 'siblings' | 'search'>,
): ProfilePicture | undefined {
  const { siblings, search } = settings;
  const focus = useDrawnFocus(settings.focus, isPlaceholder);
  const { tree: unsorted, states, deeper: below } = profile ?? {};
  const sorted = useMemo(
    () => unsorted && states && sortedTree(unsorted, states, siblings),
    [unsorted, states, siblings],
  );
  const deeper = useMemo(
    () => sorted && below && { ...below, below: belowInOrder(below.below, sorted.source) },
    [sorted, below],
  );
  // A text needs no answer, so that its arrival draws nothing again.
  const serverMatched = isExpression(search) ? profile?.matched : undefined;
  const matched = useMemo(
    () => sorted && searchMatches(sorted.tree, search, inOrder(serverMatched, sorted.source)),
    [sorted, search, serverMatched],
  );
  const whole = profile && wholeSamples(profile);
  const picture = useMemo(
    () => sorted && whole !== undefined && { ...sorted, whole, deeper, matched },
    [sorted, whole, deeper, matched],
  );
  const tree = sorted?.tree;
  const node = useMemo(
    () => tree && nodeOfKey(tree, view === 'inspect' ? '' : focus, view),
    [tree, view, focus],
  );
  const answered = profile?.focus ?? '';
  const scope = useMemo(() => tree && nodeOfKey(tree, answered, view), [tree, view, answered]);
  const isCoarse = profile?.isBounded === true || scope !== node;
  return useMemo(
    () =>
      picture
        ? { ...picture, focus: node ?? 0, isFocusMissing: node === undefined, scope: scope ?? 0, isCoarse }
        : undefined,
    [picture, node, scope, isCoarse],
  );
}

/** Samples of the whole profile in its shown states, whatever part of it was sent. */
const wholeSamples = ({ occurring, states }: LoadedProfile) =>
  occurring.reduce((sum, { state, samples }) => sum + (states.includes(state) ? samples : 0), 0);

/** Key of a node in a link: its path; in hotspots the path of functions from the top of the stack. */
export const focusKey = (tree: CallTree, node: number, view: View): string =>
  view === 'hotspots' ? functionPath(tree, node) : pathKey(tree, node);

/** The node of a key that `focusKey` made; undefined when the tree lacks it. */
export const nodeOfKey = (tree: CallTree, key: string, view: View): number | undefined =>
  view === 'hotspots' ? nodeAtFunctionPath(tree, key) : nodeOfPathKey(tree, key);
