'use client';

import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import { comparedSpan } from '@/lib/profile/range/compared-span';
import type { FrameChoice } from '@/lib/profile/view/choice';
import { type ChangedFunction, mostChanged } from '@/lib/profile/view/most-changed';
import type { ProfileFunctions } from '@/lib/profile/view/view';
import type { Span } from '@/lib/time/range';
import { type SummaryBaseline, summaryBaseline, weekBaseline } from './summary-baseline';
import { useLastKnown } from './use-last-known';
import { type TimeFunctions, useTimeFunctions } from './use-time-functions';

type SummaryChangeOptions = {
  group: string;
  /** Time of the profile. */
  span: Span;
  /** The functions of that time, undefined while they load. */
  loaded: ProfileFunctions | undefined;
  choice: FrameChoice;
  maxDepth: number | null;
  /** Equal while a range moves with the time. */
  rangeKey: string;
};

/** A profile and an earlier one, both without the five minutes that still run, as Compare shows them. */
export type ComparedFunctions = {
  now: ProfileFunctions;
  before: ProfileFunctions;
  since: SummaryBaseline;
};

export type SideStatus = Pick<SummaryBaseline, 'words'> & Pick<TimeFunctions, 'status'>;

/** The largest change since one of the baselines, and the status of each; no function if none changed clearly. */
export type SummaryChange = {
  sides: readonly SideStatus[];
  changed?: ChangedFunction & { since: SummaryBaseline };
};

/** Compares the functions of a profile with those of the day before and of the week before, each when it has arrived. */
export function useSummaryChange(options: SummaryChangeOptions) {
  const { group, span, loaded, choice, maxDepth, rangeKey } = options;
  const { zone, now } = useRange();
  const { from, to } = span;
  const compared = useMemo(() => comparedSpan({ from, to }, now), [from, to, now]);
  const isWhole = compared.from === from && compared.to === to;
  const earlier = useMemo(() => summaryBaseline(compared, now, zone), [compared, now, zone]);
  const week = useMemo(() => weekBaseline(compared, zone), [compared, zone]);
  const of = { group, choice, maxDepth };
  const isLoaded = loaded !== undefined;
  const ended = useTimeFunctions({ ...of, span: isWhole ? undefined : compared, isEnabled: isLoaded });
  const before = useTimeFunctions({ ...of, span: earlier?.span, isEnabled: isLoaded });
  const isBeforeDone = isLoaded && (!earlier || before.status !== 'loading');
  const weekBefore = useTimeFunctions({ ...of, span: week?.span, isEnabled: isBeforeDone });
  const current = isWhole ? loaded : ended.functions;
  const isCurrentDone = isWhole ? isLoaded : ended.status !== 'loading';
  const isPairDone = isCurrentDone && isBeforeDone;
  const pair = useMemo(
    (): { compared?: ComparedFunctions } | undefined =>
      isPairDone
        ? {
            ...(current &&
              before.functions &&
              earlier && { compared: { now: current, before: before.functions, since: earlier } }),
          }
        : undefined,
    [isPairDone, current, before.functions, earlier],
  );
  const areAllDone = isPairDone && (!week || weekBefore.status !== 'loading');
  const statuses = [ended.status, before.status, weekBefore.status].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `statuses` has what is used of the answers
  const change = useMemo((): SummaryChange | undefined => {
    if (!areAllDone) return undefined;
    const sides = [
      { since: earlier, ...before },
      { since: week, ...weekBefore },
    ].flatMap(({ since, ...side }) => (since ? [{ since, ...side }] : []));
    if (!current) return { sides: [{ words: 'this range', status: ended.status }] };
    const changed = mostChanged(
      current,
      sides.map(({ functions }) => functions),
    );
    const since = changed && sides[changed.baseline]?.since;
    return {
      sides: sides.map(({ since: { words }, status }) => ({ words, status })),
      ...(changed && since && { changed: { ...changed, since } }),
    };
  }, [areAllDone, statuses, current, earlier, week, before.functions, weekBefore.functions]);
  return {
    /** The profile and that of the day before, if both have samples. */
    pair: useLastKnown(pair, rangeKey),
    change: useLastKnown(change, rangeKey),
    isReady: isBeforeDone,
    retry: () => {
      for (const each of [ended, before, weekBefore]) if (each.status === 'failed') each.retry();
    },
  };
}
