'use client';

import { keepPreviousData } from '@tanstack/react-query';
import { STRIP_PERIODS, type StripPeriod } from '@/lib/profile/range/profile-periods';
import { startsIn, timesOfStrip } from '@/lib/profile/range/strip';
import type { StateChoice } from '@/lib/profile/tree/states';
import { profileTimesOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import type { Span } from '@/lib/time/range';
import { profileCountText } from './profile-sources';
import { useAnomalies } from './use-anomalies';
import { useSamples } from './use-samples';

type StripInput = {
  group: string;
  /** The range or side that the strip is of; anomalies are those of the week around it. */
  span: Span;
  /** Time of the strip. */
  shown: Span;
  /** Length of the profiles. */
  period: StripPeriod;
  now: number;
  data: StateChoice | undefined;
  /** Whether to read the samples and anomalies that are not known yet. */
  isReading: boolean;
};

/** The existing profiles in a strip, their samples and anomalies. */
export function useStripProfiles({ group, span, shown, period, now, data, isReading }: StripInput) {
  const {
    data: answer,
    error,
    isPlaceholderData,
    refetch,
  } = useQuery({
    ...profileTimesOptions(timesOfStrip(group, shown, period)),
    placeholderData: keepPreviousData,
  });
  const isOfStrip = answer?.data.group === group && answer.data.period === period;
  const starts = isOfStrip ? answer.data.starts.toSorted((a, b) => a - b) : [];
  const visible = startsIn(starts, period, shown);
  const isKnown = answer !== undefined && !isPlaceholderData;
  return {
    shown,
    now,
    period,
    length: STRIP_PERIODS[period],
    /** Starts of the listed profiles, oldest first. One may begin before the strip. */
    starts,
    samples: useSamples({ group, period, data, isReading, starts: visible }),
    anomalies: useAnomalies(group, span, now, isReading),
    /** The number of profiles, undefined until it is known. */
    countText: isKnown ? profileCountText(visible.length, period) : undefined,
    /** Why no list of profiles can be shown. */
    error: answer ? undefined : (error ?? undefined),
    retry: () => void refetch(),
  };
}
