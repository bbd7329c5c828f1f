'use client';

import { Skeleton } from '@mantine/core';
import { LaneRow } from '@/components/lane/lane-row';
import { percentAt } from '@/components/range/plot/plot-axis';
import { useRange } from '@/components/range/use-range';
import { utcPeriods } from '@/lib/profile/range/utc-periods';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { formatDuration } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { isCovered } from './covered-spans';
import { GroupLink } from './group-link';
import overview from './overview.module.css';

type ProfileRowProps = {
  group: ProfilingGroup;
  covered: Span[] | undefined;
  length: number;
  error: Error | null;
};

/** A profiling group on the overview: its name, the times of its profiles, and the duration that they cover. */
export function ProfileRow({ group, covered, length, error }: ProfileRowProps) {
  const { span, zone } = useRange();
  const text = covered && coveredText(covered, length, group, zone);
  return (
    <LaneRow
      valueAt={covered && ((at) => (isCovered(covered, at) ? 'profiled' : 'no profile'))}
      name={<GroupLink name={group.name} />}
      note={<span title={text}>{text ?? (error ? 'not loaded' : 'Loading …')}</span>}
    >
      {covered && (
        <svg height={18} role="img" aria-label={`${group.name}: ${text}`}>
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
