'use client';

import { useMemo } from 'react';
import type { CallTree } from '@/lib/profile/call-tree';
import { nodeAt } from '@/lib/profile/path-key';
import { samplesOf } from '@/lib/profile/screen';
import type { ScreenProfile } from './use-profile';

export type ShownProfile = {
  tree: CallTree;
  /** Thread states that are added up. */
  states: readonly string[];
  /** Node → total samples over these states. */
  samples: Float64Array;
  /** Samples of the whole profile. */
  whole: number;
  focus: number;
  /** The frame that the URL names is not in this profile. */
  focusLost: boolean;
  /** Node → 1 where the search matches; undefined without a search. */
  matched: Uint8Array | undefined;
  /** Node that the search speaks of: 0, or the focused one once the answer for it is there. */
  subject: number;
};

/** What of a profile is drawn, `focus` being the key of the frame that fills the width. */
export function useShownProfile(profile: ScreenProfile | undefined, focus: string): ShownProfile | undefined {
  const samples = useMemo(() => profile && samplesOf(profile.tree, profile.states), [profile]);
  const node = useMemo(() => profile && nodeAt(profile.tree, focus), [profile, focus]);
  const subject = useMemo(() => profile && nodeAt(profile.tree, profile.focus), [profile]);
  if (!profile || !samples) return undefined;
  const { tree, states, matched } = profile;
  return {
    tree,
    states,
    samples,
    matched,
    whole: samples[0] ?? 0,
    focus: node ?? 0,
    focusLost: node === undefined,
    subject: subject ?? 0,
  };
}
