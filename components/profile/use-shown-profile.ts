'use client';

import { useDeferredValue, useMemo } from 'react';
import type { CallTree } from '@/lib/profile/call-tree';
import { nodeAt } from '@/lib/profile/path-key';
import type { ScreenProfile } from '@/lib/profile/pieces';
import { samplesOf } from '@/lib/profile/screen';
import { searchFrames, wantedText } from '@/lib/profile/search';
import { statesOf } from '@/lib/profile/states';
import type { ProfileSettings } from './profile-settings';

export type ShownProfile = {
  tree: CallTree;
  /** Thread states that are added up. */
  states: string[];
  /** Node → total samples over these states. */
  samples: Float64Array;
  /** Samples of the whole profile. */
  whole: number;
  focus: number;
  /** The frame that the URL names is not in this profile. */
  focusLost: boolean;
  /** Node → 1 where the search matches; undefined without a search. */
  matched: Uint8Array | undefined;
  /** Node that the figures of the profile speak of: 0, or the focused one once the answer for it is there. */
  subject: number;
};

/** What the settings make of a profile. */
export function useShownProfile(
  profile: ScreenProfile | undefined,
  { data, focus: key, search }: ProfileSettings,
): ShownProfile | undefined {
  const text = useDeferredValue(search);
  const tree = profile?.tree;
  const counted = useMemo(() => {
    if (!tree) return undefined;
    const states = statesOf(data, tree.states);
    return { tree, states, samples: samplesOf(tree, states) };
  }, [tree, data]);
  const node = useMemo(() => tree && nodeAt(tree, key), [tree, key]);
  const subject = useMemo(() => tree && nodeAt(tree, profile.focus), [tree, profile?.focus]);
  const matched = useMemo(
    () => counted && wantedText(text) !== '' && searchFrames(counted.tree, text, counted.samples).matched,
    [counted, text],
  );
  if (!counted) return undefined;
  const whole = counted.samples[0] ?? 0;
  return {
    ...counted,
    whole,
    focus: node ?? 0,
    focusLost: node === undefined,
    matched: matched || undefined,
    subject: subject ?? 0,
  };
}
