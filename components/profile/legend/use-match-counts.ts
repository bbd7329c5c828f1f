'use client';

import { useMemo } from 'react';
import type { DrawnMatches } from '@/lib/profile/graph/match-outlines';

type Report = (drawn: DrawnMatches | undefined) => void;

/** Unites the matches that two graphs draw. `onMatches` receives all; undefined without a search. */
export function useMatchCounts(onMatches: Report): readonly [Report, Report] {
  return useMemo(() => {
    const drawn: [DrawnMatches | undefined, DrawnMatches | undefined] = [undefined, undefined];
    const reportOf = (graph: 0 | 1) => (each: DrawnMatches | undefined) => {
      drawn[graph] = each;
      const known = drawn.filter((matches) => matches !== undefined);
      onMatches(known.length === 0 ? undefined : united(known));
    };
    return [reportOf(0), reportOf(1)];
  }, [onMatches]);
}

const united = (all: readonly DrawnMatches[]): DrawnMatches => ({
  frames: all.reduce((sum, { frames }) => sum + frames, 0),
  names: new Set(all.flatMap(({ names }) => [...names])),
});
