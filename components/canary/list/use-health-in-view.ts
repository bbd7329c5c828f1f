'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { MAX_CANARIES_AT_ONCE } from '@/lib/canary/health/health-bounds';
import { type HealthByName, type HealthRequest, isRead } from '@/lib/queries/canaries-health';
import { useCanariesHealth } from '@/lib/queries/use-canaries-health';
import { MINUTE } from '@/lib/time/duration';

/** Rows that are only passed while scrolling aren't asked for. */
const SCROLL_PAUSE_MS = 150;
/** Rows in view that were read as lately with all others aren't asked for again. */
const FRESH_MS = MINUTE;

/** The health of the canaries in view, without those of `read` that are new enough. */
export function useHealthInView(range: Omit<HealthRequest, 'names'>, read: HealthByName) {
  const [inView, setInView] = useState<readonly string[]>([]);
  const isFresh = (name: string) =>
    isRead(read[name]) && (read[name]?.asOf ?? Number.NEGATIVE_INFINITY) >= range.now - FRESH_MS;
  const names = middle(inView, MAX_CANARIES_AT_ONCE)
    .filter((name) => !isFresh(name))
    .sort()
    .join(' ');
  const [paused] = useDebouncedValue(names, SCROLL_PAUSE_MS);
  // The first rows aren't scrolled past.
  const asked = paused === '' ? names : paused;
  const request = useMemo(() => ({ ...range, names: asked === '' ? [] : asked.split(' ') }), [asked, range]);
  const health = useCanariesHealth(request);
  // What has just come into view is read after the pause.
  return { ...health, isReading: health.isFetching || asked !== names, setInView };
}

/** Rows are rendered beyond the visible ones, which are in the middle. */
const middle = (names: readonly string[], max: number) => {
  const start = Math.max(0, Math.floor((names.length - max) / 2));
  return names.slice(start, start + max);
};
