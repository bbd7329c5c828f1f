'use client';

import { useQueries } from '@tanstack/react-query';
import { isNotFound } from '@/lib/answer/problem';
import { type AnomalyMark, anomaliesSpan, anomalyMarks } from '@/lib/profile/range/anomalies';
import { endedSpan } from '@/lib/profile/range/ended-span';
import { unanalysedNotes } from '@/lib/profile/range/findings';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { findingsOptions } from '@/lib/queries/findings';
import { summaryOptions } from '@/lib/queries/summary';
import type { Span } from '@/lib/time/range';
import type { GroupFigures } from './sort-groups';

/** A group in the list, with what has been read of it. */
export type GroupRowData = GroupFigures & {
  anomalies: AnomalyMark[] | undefined;
  /** How the anomalies are less than all of the range. */
  anomalyNotes: string[];
  /** The group has no profile in the range. */
  isEmpty: boolean;
  error: Error | null;
  isReading: boolean;
  retry(): void;
};

/** Reads the figures of the wanted groups: their summaries a few at a time, then their anomalies. */
export function useGroupRows(
  groups: readonly ProfilingGroup[],
  span: Span,
  now: number,
  isWanted: (name: string, index: number) => boolean,
): GroupRowData[] {
  const ended = endedSpan(span, now);
  const analysed = anomaliesSpan(span);
  const summaries = useQueries({
    queries: groups.map(({ name }, i) => ({
      ...summaryOptions({ group: name, startTime: ended.from, endTime: ended.to }),
      enabled: isWanted(name, i),
    })),
  });
  const findings = useQueries({
    queries: groups.map(({ name }, i) => ({
      ...findingsOptions({ group: name, startTime: analysed.from, endTime: analysed.to }),
      enabled: isWanted(name, i) && summaries[i]?.data !== undefined,
    })),
  });
  return groups.map((group, i): GroupRowData => {
    const [summary, found] = [summaries[i], findings[i]];
    const isEmpty = isNotFound(summary?.error);
    const anomalies =
      isEmpty || isNotFound(found?.error)
        ? []
        : found?.data && anomalyMarks(found.data.data.anomalies, span, now);
    const error =
      (isEmpty ? null : summary?.error) ?? (isNotFound(found?.error) ? null : found?.error) ?? null;
    return {
      group,
      summary: isEmpty ? undefined : summary?.data,
      anomalies,
      anomalyNotes: found?.data ? [...unanalysedNotes(span), ...found.data.warnings] : [],
      anomalyCount: anomalies?.length,
      isEmpty,
      error,
      isReading: (summary?.isFetching ?? false) || (found?.isFetching ?? false),
      retry: () => void Promise.all([summary, found].map((query) => query?.error && query.refetch())),
    };
  });
}
