'use client';

import { useQueries } from '@tanstack/react-query';
import { useRange } from '@/components/range/use-range';
import { isNotFound } from '@/lib/answer/problem';
import { type AnomalyMark, anomaliesSpan, anomalyMarks, knownSpan } from '@/lib/profile/range/anomalies';
import { unanalysedNotes } from '@/lib/profile/range/findings';
import { findingsOptions } from '@/lib/queries/findings';
import { laneFindings } from './lane-requests';

/** Reads the anomalies of groups in the range, as their pages do; by name. Groups without a profile in the range have none. */
export function useGroupAnomalies(groups: readonly { name: string; hasProfiles: boolean }[]) {
  const { span, now } = useRange();
  const requested = anomaliesSpan(span, now);
  const found = useQueries({
    queries: groups.map(({ name, hasProfiles }) => ({
      ...findingsOptions(laneFindings(name, span, now)),
      enabled: hasProfiles,
    })),
  });
  const until = knownSpan(requested, now).to;
  const byName = new Map(
    groups.map(({ name }, at): [string, AnomalyMark[]] => [
      name,
      anomalyMarks(found[at]?.data?.data.anomalies ?? [], span, until),
    ]),
  );
  const failed = found.find(({ error, data }) => error && !data && !isNotFound(error))?.error;
  const stale = found.find(({ data }) => data?.stale)?.data?.stale;
  const warnings = [
    ...(groups.some(({ hasProfiles }) => hasProfiles) ? unanalysedNotes(span) : []),
    ...found.flatMap(({ data }) => data?.warnings ?? []),
    ...(failed ? [`Anomalies could not be read. ${failed.message}`] : []),
    ...(stale ? [`Anomalies may be out of date. ${stale.message}`] : []),
  ];
  return { byName, warnings };
}
