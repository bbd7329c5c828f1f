'use client';

import { useQuery } from '@tanstack/react-query';
import { isNotFound } from '@/lib/answer/problem';
import { type AnomalyMark, anomaliesIn, anomaliesSpan, anomalyMarks } from '@/lib/profile/range/anomalies';
import { type Anomaly, unanalysedNotes } from '@/lib/profile/range/findings';
import { findingsOptions } from '@/lib/queries/findings';
import type { Span } from '@/lib/time/range';

/** The anomalies in a span, and how they are less than all of them. */
export type Anomalies = {
  marks: readonly AnomalyMark[] | undefined;
  /** Those that overlap a part of the span; undefined while they are unknown. */
  within(part: Span): Anomaly[] | undefined;
  /** The time that AWS analysed. */
  analysed: Span;
  error: Error | undefined;
  notes: string[];
  retry(): void;
};

/** Reads the anomalies that overlap a span. `marks` is undefined while they are unknown. */
export function useAnomalies(group: string, shown: Span, now: number, isReading: boolean): Anomalies {
  const analysed = anomaliesSpan(shown);
  const { data, error, refetch } = useQuery({
    ...findingsOptions({ group, startTime: analysed.from, endTime: analysed.to }),
    enabled: isReading,
  });
  const isNone = isNotFound(error);
  return {
    marks: isNone ? [] : data && anomalyMarks(data.data.anomalies, shown, now),
    within: (part) => (isNone ? [] : data && anomaliesIn(data.data.anomalies, part, now)),
    analysed,
    error: error && !isNone ? error : undefined,
    notes: [...unanalysedNotes(shown), ...(data?.warnings ?? [])],
    retry: () => void refetch(),
  };
}
