'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useRange } from '@/components/range/use-range';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { MAX_CANARIES_AT_ONCE } from '@/lib/canary/health/health-bounds';
import { type CanaryRow, canaryRow } from '@/lib/canary/list/canary-row';
import type { CanaryWithLastRun } from '@/lib/canary/run';
import type { HealthSoFar } from '@/lib/queries/canaries-health';
import { useCanariesHealth } from '@/lib/queries/use-canaries-health';

/** Parts of a heartbeat, which are at least four pixels wide each. */
const HEARTBEAT_BINS = 48;
/** Rows that are only passed while scrolling aren't asked for. */
const SCROLL_PAUSE_MS = 150;

/** A row with what was read of it so far. */
export type ListedCanary = CanaryRow & {
  reading: HealthSoFar | undefined;
  /** Its health in another range, as long as it isn't read for this one. */
  ofOtherRange: CanaryHealth | undefined;
};

type Known = { groupsOf: ReadonlyMap<string, readonly string[]>; hasLastRuns: boolean };

/** The rows of all canaries, of which those in view are read. */
export function useCanaryRows(canaries: readonly CanaryWithLastRun[], { groupsOf, hasLastRuns }: Known) {
  const { span, now } = useRange();
  const [inView, setInView] = useState<readonly string[]>([]);
  const names = middle(inView, MAX_CANARIES_AT_ONCE).sort().join(' ');
  const [asked] = useDebouncedValue(names, SCROLL_PAUSE_MS);
  const request = useMemo(
    () => ({ names: asked === '' ? [] : asked.split(' '), span, now, bins: HEARTBEAT_BINS }),
    [asked, span, now],
  );
  const { byName, ofOtherRange, error, isFetching, retry } = useCanariesHealth(request);
  // Apart from what is read, so that hundreds of other rows aren't judged again with each of these.
  const unread = useMemo(() => {
    const groups = (name: string) => groupsOf.get(name) ?? [];
    return canaries.map((canary) =>
      canaryRow(canary, { health: undefined, groups: groups(canary.name), hasLastRuns }, now),
    );
  }, [canaries, groupsOf, hasLastRuns, now]);
  const rows = unread.map((row): ListedCanary => {
    const { name } = row.canary;
    const more = { reading: byName[name], ofOtherRange: ofOtherRange[name] };
    const health = more.reading?.health;
    if (!health) return { ...row, ...more };
    const { canary, groups } = row;
    return { ...canaryRow(canary, { health, groups, hasLastRuns }, now), ...more };
  });
  // What has just come into view is read after the pause.
  return { rows, error, isFetching, isReading: isFetching || asked !== names, retry, setInView };
}

/** Rows are rendered beyond the visible ones, which are in the middle. */
const middle = (names: readonly string[], max: number) => {
  const start = Math.max(0, Math.floor((names.length - max) / 2));
  return names.slice(start, start + max);
};
