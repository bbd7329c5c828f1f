'use client';

import { Skeleton } from '@mantine/core';
import { LaneRow } from '@/components/lane/lane-row';
import { anomalyNames, listedAnomalies } from '@/components/profile/frame-text/anomaly-text';
import { percentAt } from '@/components/range/plot/plot-axis';
import { useRange } from '@/components/range/use-range';
import type { AnomalyMark } from '@/lib/profile/range/anomalies';
import { utcPeriods } from '@/lib/profile/range/utc-periods';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { formatDuration } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { AnomalyNote } from './anomaly-note';
import { isCovered } from './covered-spans';
import { GroupLink } from './group-link';
import overview from './overview.module.css';

/** Maximum number of anomalies in the label of a row. */
const MAX_LISTED = 3;

type ProfileRowProps = {
  group: ProfilingGroup;
  covered: Span[] | undefined;
  length: number;
  error: Error | null;
  anomalies: readonly AnomalyMark[] | undefined;
};

/** A profiling group on the overview: its name, the times of its profiles, and the duration that they cover. */
export function ProfileRow({ group, covered, length, error, anomalies: marks = [] }: ProfileRowProps) {
  const { span, zone } = useRange();
  const text = covered && coveredText(covered, length, group, zone);
  const label = [text, ...(marks.length > 0 ? listedAnomalies(marks, zone).slice(0, MAX_LISTED) : [])].join(
    '; ',
  );
  return (
    <LaneRow
      valueAt={
        covered &&
        ((at) => {
          const within = marks.filter(({ from, to }) => at >= from && at < to);
          const anomaly = within.length > 0 ? `, anomaly of ${anomalyNames(within)}` : '';
          return `${isCovered(covered, at) ? 'profiled' : 'no profile'}${anomaly}`;
        })
      }
      name={<GroupLink name={group.name} />}
      note={
        marks.length > 0 ? (
          <AnomalyNote group={group.name} marks={marks} />
        ) : (
          <span title={text}>{text ?? (error ? 'not loaded' : 'Loading …')}</span>
        )
      }
    >
      {covered && (
        <svg height={18} role="img" aria-label={`${group.name}: ${label}`}>
          <rect className={overview.ground} y={12} width="100%" height={1} />
          {covered.map(({ from, to }) => (
            <rect
              key={from}
              fill="var(--mantine-color-indigo-5)"
              x={percentAt(from, span)}
              width={percentAt(span.from + (to - from), span)}
              y={6}
              height={8}
            />
          ))}
          {marks.map(({ from, to }) => (
            <rect
              key={`${from} ${to}`}
              data-anomaly
              fill="var(--triptych-retried)"
              x={percentAt(from, span)}
              width={percentAt(span.from + Math.min(to, span.to) - Math.max(from, span.from), span)}
              y={1}
              height={3}
            />
          ))}
        </svg>
      )}
      {!covered && !error && <Skeleton height={10} mt={4} mb={4} />}
    </LaneRow>
  );
}

function coveredText(covered: readonly Span[], length: number, group: ProfilingGroup, zone: string): string {
  const total = covered.reduce((sum, { from, to }) => sum + to - from, 0);
  if (total > 0) {
    const utc = utcPeriods(length, zone, covered[0]?.from ?? 0);
    return `${formatDuration(total)} profiled, in steps of ${formatDuration(length)}${utc && ` (${utc})`}`;
  }
  const newest = group.latestAggregatedProfile?.start;
  return newest === undefined ? 'no profile yet' : `none here, newest ${formatInstant(newest, zone)}`;
}
