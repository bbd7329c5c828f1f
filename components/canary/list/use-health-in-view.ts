'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { MAX_CANARIES_AT_ONCE } from '@/lib/canary/health/health-bounds';
import type { HealthRange } from '@/lib/queries/kept-health';
import { useCanariesHealth } from '@/lib/queries/use-canaries-health';

/** Rows that are only passed while scrolling aren't asked for. */
const SCROLL_PAUSE_MS = 150;

/**
 * The health of the canaries in view, without those that were read with all others. As long as all of them are among the `first`
 * ones, which the server may have sent, those are asked for.
 */
export function useHealthInView(range: HealthRange, first: readonly string[], read: ReadonlySet<string>) {
  const [inView, setInView] = useState<readonly string[]>([]);
  const inMiddle = useMemo(() => middle(inView, MAX_CANARIES_AT_ONCE), [inView]);
  const names = inMiddle
    .filter((name) => !read.has(name))
    .sort()
    .join(' ');
  const [paused] = useDebouncedValue(names, SCROLL_PAUSE_MS);
  // The first rows aren't scrolled past.
  const wanted = paused === '' ? names : paused;
  const isFirst = inView.length === 0 || (wanted !== '' && areAmong(first, wanted));
  const asked = isFirst ? first.join(' ') : wanted;
  const health = useCanariesHealth(asked === '' ? [] : asked.split(' '), range);
  // What has just come into view is read after the pause.
  return { ...health, isReading: health.isFetching || wanted !== names, inView: inMiddle, setInView };
}

/** Whether names, separated by spaces, are all among others. */
function areAmong(all: readonly string[], names: string): boolean {
  const known = new Set(all);
  return names.split(' ').every((name) => known.has(name));
}

/** Rows are rendered beyond the visible ones, which are in the middle. */
const middle = (names: readonly string[], max: number) => {
  const start = Math.max(0, Math.floor((names.length - max) / 2));
  return names.slice(start, start + max);
};
