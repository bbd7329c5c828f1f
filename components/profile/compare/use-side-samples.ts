'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { STRIP_PERIODS } from '@/lib/profile/range/profile-periods';
import { profileTimesRequest, startsIn, stripSpan } from '@/lib/profile/range/strip';
import type { StateChoice } from '@/lib/profile/tree/states';
import { profileTimesOptions } from '@/lib/queries/profile';
import { useAnomalies } from '../strip/use-anomalies';
import { useSamples } from '../strip/use-samples';
import type { ComparedSide } from './baseline';

/** The strip of a side of a comparison: the profiles around it, their samples and anomalies. */
export function useSideSamples(
  { group, span }: ComparedSide,
  now: number,
  data: StateChoice | undefined,
  isReading: boolean,
) {
  const request = profileTimesRequest(group, span, now);
  const shown = stripSpan(span, now);
  const { data: answer } = useQuery({ ...profileTimesOptions(request), placeholderData: keepPreviousData });
  const isCurrent = answer?.data.group === group && answer.data.period === request.period;
  const length = STRIP_PERIODS[request.period];
  const starts = isCurrent ? answer.data.starts.toSorted((a, b) => a - b) : [];
  const visible = startsIn(starts, request.period, shown);
  const samples = useSamples({ ...{ group, data, isReading }, period: request.period, starts: visible });
  const anomalies = useAnomalies(group, shown, now, isReading);
  return { shown, period: request.period, length, samples, anomalies };
}
