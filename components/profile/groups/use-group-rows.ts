'use client';

import { type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import { isNotFound } from '@/lib/answer/problem';
import {
  type AnomalyMark,
  anomaliesSpan,
  anomalyMarks,
  countAnomalies,
  knownSpan,
} from '@/lib/profile/range/anomalies';
import { endedSpan } from '@/lib/profile/range/ended-span';
import { type Findings, unanalysedNotes } from '@/lib/profile/range/findings';
import type { GroupSummary } from '@/lib/profile/view/group-summary';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { findingsOptions } from '@/lib/queries/findings';
import { withStaleError } from '@/lib/queries/stale-error';
import { summaryOptions } from '@/lib/queries/summary';
import type { Span } from '@/lib/time/range';
import { earlierAnswer } from './earlier-answer';
import type { GroupFigures } from './sort-groups';

/** A group in the list, with its figures as far as they are read. */
export type GroupRowData = GroupFigures & {
  anomalies: AnomalyMark[] | undefined;
  /** How the anomalies are less than all of the range. */
  anomalyNotes: string[];
  /** The group has no profile in the range. */
  isEmpty: boolean;
  error: Error | null;
  isReading: boolean;
  /** The figures are those of the range before it moved. */
  isEarlier: boolean;
  retry(): void;
};

/**
 * Reads the figures of the wanted groups: their summaries a few at a time, then their anomalies. What is still waiting for a
 * group that isn't wanted any more is dropped. While a range moves, the figures of its earlier place stay.
 */
export function useGroupRows(
  groups: readonly ProfilingGroup[],
  span: Span,
  now: number,
  isWanted: (name: string, index: number) => boolean,
): GroupRowData[] {
  const client = useQueryClient();
  const ended = endedSpan(span, now);
  const analysed = anomaliesSpan(span, now);
  const wanted = groups.filter(({ name }, i) => isWanted(name, i)).map(({ name }) => name);
  const summaries = useQueries({
    queries: wanted.map((group) => {
      const options = summaryOptions({ group, startTime: ended.from, endTime: ended.to });
      return { ...options, placeholderData: () => earlierAnswer<GroupSummary>(client, options.queryKey) };
    }),
  });
  const findings = useQueries({
    queries: wanted.map((group, i) => {
      const options = findingsOptions({ group, startTime: analysed.from, endTime: analysed.to });
      return {
        ...options,
        enabled: summaries[i]?.data !== undefined && !summaries[i]?.data?.data.isEmpty,
        placeholderData: () => earlierAnswer<Findings>(client, options.queryKey),
      };
    }),
  });
  const indexOf = new Map(wanted.map((name, i) => [name, i]));
  return groups.map((group): GroupRowData => {
    const i = indexOf.get(group.name) ?? -1;
    const [summary, found] = [summaries[i], findings[i]];
    return rowOf(group, summary && withStaleError(summary), found && withStaleError(found), span, now);
  });
}

function rowOf(
  group: ProfilingGroup,
  summary: UseQueryResult<Answer<GroupSummary>> | undefined,
  found: UseQueryResult<Answer<Findings>> | undefined,
  span: Span,
  now: number,
): GroupRowData {
  const isEmpty = summary?.data?.data.isEmpty ?? false;
  const anomalies =
    isEmpty || isNotFound(found?.error)
      ? []
      : found?.data &&
        anomalyMarks(found.data.data.anomalies, span, knownSpan(anomaliesSpan(span, now), now).to);
  const error = summary?.error ?? (isNotFound(found?.error) ? null : found?.error) ?? null;
  return {
    group,
    summary: isEmpty ? undefined : summary?.data,
    anomalies,
    anomalyNotes: found?.data ? [...unanalysedNotes(span), ...found.data.warnings] : [],
    anomalyCount: anomalies && countAnomalies(anomalies),
    isEmpty,
    error,
    isReading: (summary?.isFetching ?? false) || (found?.isFetching ?? false),
    isEarlier: (summary?.isPlaceholderData ?? false) || (found?.isPlaceholderData ?? false),
    retry: () => void Promise.all([summary, found].map((query) => query?.error && query.refetch())),
  };
}
