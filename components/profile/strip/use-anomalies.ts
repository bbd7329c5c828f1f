'use client';

import { useQuery } from '@tanstack/react-query';
import { isNotFound } from '@/lib/answer/problem';
import { type AnomalyMark, anomaliesSpan, anomalyMarks } from '@/lib/profile/range/anomalies';
import { findingsOptions } from '@/lib/queries/findings';
import type { Span } from '@/lib/time/range';

/** The anomalies in a span, and how they are less than all of them. */
export type Anomalies = {
  marks: readonly AnomalyMark[] | undefined;
  error: Error | undefined;
  notes: string[];
  retry(): void;
};

/** Reads the anomalies that overlap a span. `marks` is undefined while they are unknown. */
export function useAnomalies(group: string, shown: Span, now: number, isReading: boolean): Anomalies {
  const { from, to } = anomaliesSpan(shown);
  const { data, error, refetch } = useQuery({
    ...findingsOptions({ group, startTime: from, endTime: to }),
    enabled: isReading,
  });
  const isNone = isNotFound(error);
  return {
    marks: isNone ? [] : data && anomalyMarks(data.data.anomalies, shown, now),
    error: error && !isNone ? error : undefined,
    notes: [
      ...(from > shown.from
        ? ['Anomalies are those of the newest 7 days, the longest time that AWS analyses.']
        : []),
      ...(data?.warnings ?? []),
    ],
    retry: () => void refetch(),
  };
}
