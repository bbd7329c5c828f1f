'use client';

import { useMemo } from 'react';
import { matchedNodes } from '@/lib/profile/transform/search';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { functionPath, nodeAtFunctionPath } from '@/lib/profile/tree/function-path';
import { nodeOfPathKey, pathKey } from '@/lib/profile/tree/path-key';
import type { View } from '@/lib/profile/view/choice';
import type { Picture } from '../graph/picture';
import type { ProfileSettings } from '../settings/profile-settings';
import { sortedTree } from './sorted-tree';
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
  const sorted = useMemo(() => profile && sortedPicture(profile, siblings), [profile, siblings]);
  const picture = useMemo(() => {
    if (!sorted) return undefined;
    const { serverMatched, ...rest } = sorted;
    return { ...rest, matched: matchedNodes(rest.tree, search, serverMatched) };
  }, [sorted, search]);
  const tree = sorted?.tree;
  const node = useMemo(
    () => tree && nodeOfKey(tree, view === 'inspect' ? '' : focus, view),
    [tree, view, focus],
  );
  const answered = profile?.focus ?? '';
  const scope = useMemo(() => tree && nodeOfKey(tree, answered, view), [tree, view, answered]);
  return useMemo(
    () => picture && { ...picture, focus: node ?? 0, isFocusMissing: node === undefined, scope: scope ?? 0 },
    [picture, node, scope],
  );
}

function sortedPicture(profile: LoadedProfile, siblings: ProfileSettings['siblings']) {
  const { source, ...sorted } = sortedTree(profile.tree, profile.matched, profile.states, siblings);
  const { deeper } = profile;
  const belowAt = (node: number) => deeper?.below[node] ?? 0;
  return {
    ...sorted,
    whole: wholeSamples(profile),
    deeper: deeper && { ...deeper, below: Array.from(source, belowAt) },
  };
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
