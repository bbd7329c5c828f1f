'use client';

import { isNotFound } from '@/lib/answer/problem';
import {
  type AnomalyMark,
  type AnomalyTime,
  anomaliesIn,
  anomaliesSpan,
  anomalyMarks,
  anomalyTime,
  knownSpan,
  type ListedAnomaly,
} from '@/lib/profile/range/anomalies';
import { type ComparedTimes, timesToCompare } from '@/lib/profile/range/anomaly-comparison';
import type { Anomaly } from '@/lib/profile/range/findings';
import { findingsOptions } from '@/lib/queries/findings';
import { useQuery } from '@/lib/queries/use-query';
import type { Span } from '@/lib/time/range';

/** The anomalies of a group in the week around a range. */
export type Anomalies = {
  /** Undefined while they are unknown. */
  list: readonly Anomaly[] | undefined;
  /** The time that AWS analysed, which never ends after now. */
  analysed: Span;
  /** The end of the time for which anomalies are known, which is that of those that still last. */
  until: number;
  error: Error | undefined;
  warnings: readonly string[];
  retry(): void;
};

/** Reads the anomalies in the week around a range. */
export function useAnomalies(group: string, span: Span, now: number, isReading: boolean): Anomalies {
  const requested = anomaliesSpan(span, now);
  const analysed = knownSpan(requested, now);
  const { data, error, refetch } = useQuery({
    ...findingsOptions({ group, startTime: requested.from, endTime: requested.to }),
    enabled: isReading,
  });
  const isNone = isNotFound(error);
  return {
    list: isNone ? [] : data?.data.anomalies,
    analysed,
    until: analysed.to,
    error: error && !isNone ? error : undefined,
    warnings: data?.warnings ?? [],
    retry: () => void refetch(),
  };
}

/** The times of the anomalies that overlap a span, oldest first. */
export const marksIn = ({ list = [], until }: Anomalies, span: Span): AnomalyMark[] =>
  anomalyMarks(list, span, until);

/** The anomalies that overlap a span; undefined while they are unknown. */
export const anomaliesOf = ({ list, until }: Anomalies, span: Span): ListedAnomaly[] | undefined =>
  list && anomaliesIn(list, span, until);

/** The times to compare an anomaly by, beside all others that are known. */
export const comparedTimes = ({ list = [], until }: Anomalies, time: AnomalyTime): ComparedTimes =>
  timesToCompare(
    time,
    list.flatMap(({ instances }) => instances.map((instance) => anomalyTime(instance, until))),
  );
