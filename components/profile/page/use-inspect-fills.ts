'use client';

import { useMemo } from 'react';
import { frameFills } from '@/lib/profile/graph/frame-fills';
import { legendGroups } from '@/lib/profile/graph/legend';
import { cutLabel } from '../frame-text/deeper-text';
import { drawnFills } from '../graph/drawing/drawn-fills';
import type { Picture } from '../graph/picture';
import type { LoadedProfile } from '../request/use-profile';
import type { ProfileSettings } from '../settings/profile-settings';

/** The fills of an inspected function's callers and callees, and their common legend. */
export function useInspectFills(
  { callers, callees }: { callers: Picture; callees: Picture },
  { states, slots, self, deeper }: Pick<LoadedProfile, 'states' | 'slots' | 'self' | 'deeper'>,
  { colours, mine }: Pick<ProfileSettings, 'colours' | 'mine'>,
) {
  return useMemo(() => {
    const colouring = { colours, mine, states, slots };
    const calleeFill = frameFills(callees.tree, colouring);
    const callerFill = frameFills(callers.tree, colouring);
    const fillOf = [calleeFill, callerFill];
    const drawn = drawnFills([callees, callers], (index, node) => fillOf[index]?.(node) ?? '');
    const groups = legendGroups([self], { ...colouring, drawn, cutLabel: cutLabel(deeper) });
    return { calleeFill, callerFill, groups };
  }, [callees, callers, colours, mine, states, slots, self, deeper]);
}
