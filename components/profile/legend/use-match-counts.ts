'use client';

import { useMemo } from 'react';

type Report = (count: number | undefined) => void;

/** Adds up the matches that two graphs draw. `onMatches` receives the sum; undefined without a search. */
export function useMatchCounts(onMatches: Report): readonly [Report, Report] {
  return useMemo(() => {
    const counts: [number | undefined, number | undefined] = [undefined, undefined];
    const reportOf = (graph: 0 | 1) => (count: number | undefined) => {
      counts[graph] = count;
      const known = counts.filter((each) => each !== undefined);
      onMatches(known.length === 0 ? undefined : known.reduce((sum, each) => sum + each, 0));
    };
    return [reportOf(0), reportOf(1)];
  }, [onMatches]);
}
