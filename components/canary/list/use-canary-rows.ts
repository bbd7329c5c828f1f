'use client';

import { useMemo, useState } from 'react';
import { useRange } from '@/components/range/use-range';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { LIST_BINS } from '@/lib/canary/health/health-bounds';
import { type CanaryRow, canaryRow } from '@/lib/canary/list/canary-row';
import type { CanaryWithLastRun } from '@/lib/canary/run';
import { type HealthSoFar, isRead } from '@/lib/canary/stream/health-so-far';
import { newestHealth } from '@/lib/queries/newest-health';
import { useHealthInBatches } from '@/lib/queries/use-health-in-batches';
import { useHealthInView } from './use-health-in-view';

/** A row with what was read of it so far. */
export type ListedCanary = CanaryRow & {
  reading: HealthSoFar | undefined;
  /** Whether that is of an earlier present, and not read again yet. */
  isEarlier: boolean;
  /** Its health in another range, as long as it isn't read for this one. */
  ofOtherRange: CanaryHealth | undefined;
};

type Known = { groupsOf: ReadonlyMap<string, readonly string[]>; hasLastRuns: boolean };

/** The rows of all canaries, of which the first and those in view are read, and after them those that `setWanted` names. */
export function useCanaryRows(
  canaries: readonly CanaryWithLastRun[],
  first: readonly string[],
  { groupsOf, hasLastRuns }: Known,
) {
  const { span, now, text, zone } = useRange();
  /** Names, which have no spaces. */
  const [wanted, setWanted] = useState('');
  const names = useMemo(() => (wanted === '' ? [] : wanted.split(' ')), [wanted]);
  const choice = `${text.from} ${text.to} ${zone}`;
  const range = useMemo(() => ({ span, now, bins: LIST_BINS, choice }), [span, now, choice]);
  const [isPaused, setPaused] = useState(false);
  const stillListed = useMemo(() => {
    const listed = new Set(canaries.map(({ name }) => name));
    return first.filter((name) => listed.has(name));
  }, [canaries, first]);
  const others = useHealthInBatches(names, range, isPaused);
  const inView = useHealthInView(range, stillListed, others.current);
  const shouldPause = wanted !== '' && inView.isReading;
  if (isPaused !== shouldPause) setPaused(shouldPause);
  const judge = useMemo(() => judgeOf(hasLastRuns, now), [hasLastRuns, now]);
  const rowOf = useMemo(() => rowsOf(judge, groupsOf), [judge, groupsOf]);
  const reread = new Set([...names, ...inView.inView]);
  const rows = canaries.map((canary): ListedCanary => {
    const { name } = canary;
    const { reading: known, isCurrent } = newestHealth(name, inView, others);
    // A canary that isn't read again is judged by its last run, which is newer.
    const reading = isCurrent || reread.has(name) ? known : undefined;
    const ofOtherRange = inView.ofOtherRange[name] ?? others.ofOtherRange[name];
    return rowOf(canary, { reading, isEarlier: isRead(reading) && !isCurrent, ofOtherRange });
  });
  const { setInView, isReading } = inView;
  return {
    ...{ rows, setInView, setWanted, isReading: isReading || others.isFetching, turn: others.turn },
    error: inView.error ?? others.error,
    isFetching: inView.isFetching || others.isFetching,
    retry: () => {
      inView.retry();
      others.retry();
    },
  };
}

type Judge = (canary: CanaryWithLastRun, health: CanaryHealth | undefined) => CanaryRow;

/** Judges each canary once until more is known of it, because there are hundreds, drawn again with each that is read. */
function judgeOf(hasLastRuns: boolean, now: number): Judge {
  const rows = new Map<string, CanaryRow>();
  return (canary, health) => {
    const row = rows.get(canary.name);
    if (row?.canary === canary && row.health === health) return row;
    const made = canaryRow(canary, { health, groups: [], hasLastRuns }, now);
    rows.set(canary.name, made);
    return made;
  };
}

/** The same row for the same knowledge, so that it isn't drawn again. */
function rowsOf(judge: Judge, groupsOf: Known['groupsOf']) {
  const rows = new Map<string, ListedCanary & { judged: CanaryRow }>();
  return (
    canary: CanaryWithLastRun,
    figures: Pick<ListedCanary, 'reading' | 'isEarlier' | 'ofOtherRange'>,
  ): ListedCanary => {
    const { name } = canary;
    const judged = judge(canary, figures.reading?.health);
    const row = rows.get(name);
    if (
      row?.judged === judged &&
      row.reading === figures.reading &&
      row.isEarlier === figures.isEarlier &&
      row.ofOtherRange === figures.ofOtherRange
    )
      return row;
    const made = { ...judged, groups: groupsOf.get(name) ?? [], ...figures, judged };
    rows.set(name, made);
    return made;
  };
}
