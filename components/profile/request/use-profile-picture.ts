'use client';

import { useEffect, useMemo, useState } from 'react';
import { orderSiblings } from '@/lib/profile/transform/order';
import { samplesOf } from '@/lib/profile/transform/screen';
import { matchedNodes } from '@/lib/profile/transform/search';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { functionPath, nodeAtFunctionPath } from '@/lib/profile/tree/function-path';
import { nodeAt, pathKey } from '@/lib/profile/tree/path-key';
import type { View } from '@/lib/profile/view/choice';
import type { Picture } from '../graph/picture';
import type { ProfileSettings } from '../settings/profile-settings';
import type { ScreenProfile } from './use-profile';

export type ShownProfile = Picture & {
  /** The frame that the URL names is not in this profile. */
  focusLost: boolean;
  /** Node that the search and the functions speak of: 0, or the focused one once the answer for it is there. */
  subject: number;
};

/** An answer that takes longer is not waited for with a zoom: it shows the frames there are, and then the finer ones. */
const HELD_MS = 150;

/** The focus that is drawn: the one wanted, while an answer for it is under way for a moment still the one before. */
export function useDrawnFocus(focus: string, isAwaited: boolean): string {
  const [drawn, setDrawn] = useState(focus);
  if (!isAwaited && drawn !== focus) setDrawn(focus);
  useEffect(() => {
    if (!isAwaited) return;
    const timer = setTimeout(() => setDrawn(focus), HELD_MS);
    return () => clearTimeout(timer);
  }, [focus, isAwaited]);
  return isAwaited ? drawn : focus;
}

/**
 * What of a profile is drawn, `focus` being the key of the frame that fills the width. What a text finds among the
 * frames there are is known at once.
 */
export function useShownProfile(
  profile: ScreenProfile | undefined,
  view: View,
  { focus, siblings, search }: Pick<ProfileSettings, 'focus' | 'siblings' | 'search'>,
): ShownProfile | undefined {
  const drawn = useMemo(() => profile && drawnOf(profile, siblings), [profile, siblings]);
  const picture = useMemo(() => {
    if (!drawn) return undefined;
    const { told, ...known } = drawn;
    return { ...known, matched: matchedNodes(known.tree, search, told) };
  }, [drawn, search]);
  const nodeOf = (key: string) => {
    if (!drawn) return undefined;
    return view === 'hotspots' ? nodeAtFunctionPath(drawn.tree, key) : nodeAt(drawn.tree, key);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the same drawing and view it is the same
  const node = useMemo(() => nodeOf(view === 'inspect' ? '' : focus), [drawn, view, focus]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the same drawing and view it is the same
  const subject = useMemo(
    () => (profile?.focus === focus ? node : nodeOf(profile?.focus ?? '')),
    [drawn, view, profile?.focus, focus],
  );
  return useMemo(
    () => picture && { ...picture, focus: node ?? 0, focusLost: node === undefined, subject: subject ?? 0 },
    [picture, node, subject],
  );
}

function drawnOf(profile: ScreenProfile, siblings: ProfileSettings['siblings']) {
  const { states, matched } = profile;
  const { tree, source } = inOrderOf(profile.tree, states, siblings);
  return {
    tree,
    states,
    samples: { total: samplesOf(tree, states), self: samplesOf(tree, states, 'self') },
    whole: samplesIn(profile),
    told: matched && Uint8Array.from(source, (node) => matched[node] ?? 0),
  };
}

/** Samples of the whole profile over the states shown, whatever part of it was sent. */
const samplesIn = ({ occurring, states }: ScreenProfile) =>
  occurring.reduce((sum, { state, samples }) => sum + (states.includes(state) ? samples : 0), 0);

/** A tree with siblings by name or by samples of the states named. */
export const inOrderOf = (tree: CallTree, states: readonly string[], siblings: ProfileSettings['siblings']) =>
  orderSiblings(tree, siblings === 'name' ? 'name' : samplesOf(tree, states));

/** The key of a node in a link: its path, in an inverted tree from the function that ran. */
export const focusKey = (tree: CallTree, node: number, view: View): string =>
  view === 'hotspots' ? functionPath(tree, node) : pathKey(tree, node);
