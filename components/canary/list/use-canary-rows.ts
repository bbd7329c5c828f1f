'use client';

import { useMemo, useState } from 'react';
import { useRange } from '@/components/range/use-range';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { type CanaryRow, canaryRow } from '@/lib/canary/list/canary-row';
import type { CanaryWithLastRun } from '@/lib/canary/run';
import type { HealthSoFar } from '@/lib/queries/canaries-health';
import { useHealthInBatches } from '@/lib/queries/use-health-in-batches';
import { useHealthInView } from './use-health-in-view';

/** Parts of a heartbeat, which are at least four pixels wide each. */
const HEARTBEAT_BINS = 48;

/** A row with what was read of it so far. */
export type ListedCanary = CanaryRow & {
  reading: HealthSoFar | undefined;
  /** Its health in another range, as long as it isn't read for this one. */
  ofOtherRange: CanaryHealth | undefined;
};

type Known = { groupsOf: ReadonlyMap<string, readonly string[]>; hasLastRuns: boolean };

/** The rows of all canaries, of which those in view are read, and after them those that `setWanted` names. */
export function useCanaryRows(canaries: readonly CanaryWithLastRun[], { groupsOf, hasLastRuns }: Known) {
  const { span, now } = useRange();
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const range = useMemo(() => ({ span, now, bins: HEARTBEAT_BINS }), [span, now]);
  const [read, setRead] = useState<Readonly<Record<string, HealthSoFar>>>({});
  const inView = useHealthInView(range, read);
  const others = useHealthInBatches({ ...range, names: wanted }, inView.isReading);
  if (read !== others.byName) setRead(others.byName);
  const rowOf = useMemo(() => rowsOf({ groupsOf, hasLastRuns }, now), [groupsOf, hasLastRuns, now]);
  const rows = canaries.map((canary): ListedCanary => {
    const { name } = canary;
    const reading = newer(inView.byName[name], others.byName[name]);
    const ofOtherRange = inView.ofOtherRange[name] ?? others.ofOtherRange[name];
    return rowOf(canary, reading, ofOtherRange);
  });
  const { setInView, isReading } = inView;
  return {
    ...{ rows, setInView, setWanted, isReading: isReading || others.isFetching, turn: others.turn },
    error: inView.error ?? others.error,
    isFetching: inView.isFetching || others.isFetching,
    retry: () => {
      inView.retry();
      if (wanted.length > 0) others.retry();
    },
  };
}

/** The same row for the same knowledge, because hundreds of them would be judged and drawn again with each canary that is read. */
function rowsOf({ groupsOf, hasLastRuns }: Known, now: number) {
  const rows = new Map<string, ListedCanary>();
  return (
    canary: CanaryWithLastRun,
    reading: HealthSoFar | undefined,
    ofOtherRange: CanaryHealth | undefined,
  ): ListedCanary => {
    const { name } = canary;
    const row = rows.get(name);
    if (row?.canary === canary && row.reading === reading && row.ofOtherRange === ofOtherRange) return row;
    const known = { health: reading?.health, groups: groupsOf.get(name) ?? [], hasLastRuns };
    const made = { ...canaryRow(canary, known, now), reading, ofOtherRange };
    rows.set(name, made);
    return made;
  };
}

/** What was read last of a canary in view, which may have been read with all others before. */
function newer(a: HealthSoFar | undefined, b: HealthSoFar | undefined): HealthSoFar | undefined {
  if (!a || !b) return a ?? b;
  return (b.asOf ?? 0) > (a.asOf ?? 0) ? b : a;
}
