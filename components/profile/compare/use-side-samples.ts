'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { STRIP_PERIODS, type StripPeriod } from '@/lib/profile/range/profile-periods';
import { startsIn, timesOfStrip } from '@/lib/profile/range/strip';
import type { StateChoice } from '@/lib/profile/tree/states';
import { profileTimesOptions } from '@/lib/queries/profile';
import type { Span } from '@/lib/time/range';
import { useAnomalies } from '../strip/use-anomalies';
import { useSamples } from '../strip/use-samples';

type UseSideSamplesOptions = {
  group: string;
  /** Time of the strip. */
  shown: Span;
  /** Length of the profiles. */
  period: StripPeriod;
  now: number;
  data: StateChoice | undefined;
  /** Whether to read samples and anomalies that are not known yet. */
  isReading: boolean;
};

/** The strip of a side of a comparison: the profiles in it, their samples and anomalies. */
export function useSideSamples({ group, shown, period, now, data, isReading }: UseSideSamplesOptions) {
  const request = timesOfStrip(group, shown, period);
  const { data: answer } = useQuery({ ...profileTimesOptions(request), placeholderData: keepPreviousData });
  const isCurrent = answer?.data.group === group && answer.data.period === period;
  const starts = isCurrent ? answer.data.starts.toSorted((a, b) => a - b) : [];
  const visible = startsIn(starts, period, shown);
  const samples = useSamples({ ...{ group, data, isReading, period }, starts: visible });
  const anomalies = useAnomalies(group, shown, now, isReading);
  return { shown, period, length: STRIP_PERIODS[period], samples, anomalies };
}
