'use client';

import { Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { LaneRows } from '@/components/lane/lane-row';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { formatShare } from '@/components/profile/frame-text/format-samples';
import { useRange } from '@/components/range/use-range';
import { isNotFound } from '@/lib/answer/problem';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { STRIP_PERIODS, type StripPeriod } from '@/lib/profile/range/profile-periods';
import { shareRequest } from '@/lib/profile/range/share-rows';
import { frameTrendOptions } from '@/lib/queries/findings';
import { formatDuration } from '@/lib/time/duration';
import { ShareRow } from './share-row';

/** AWS takes a request for each group and day. */
const MAX_GROUPS = 6;

type ShareRowsProps = {
  groups: readonly string[];
  /** Full name of the function. */
  frame: string;
  period: StripPeriod;
};

/** One row for each profiling group with the share of a function in its profiles, all on one scale. */
export function ShareRows({ groups, frame, period }: ShareRowsProps) {
  const { span } = useRange();
  const shown = groups.slice(0, MAX_GROUPS);
  const requests = shown.map((group) => shareRequest({ group, frame, period }, span));
  const trends = useQueries({ queries: requests.map((request) => frameTrendOptions(request)) });
  const rows = shown.map((group, at) => {
    const { data, error = null } = trends[at] ?? {};
    return { group, points: isNotFound(error) ? [] : data?.data.points, error };
  });
  const failed = rows.find(({ points, error }) => error && !points)?.error;
  const max = Math.max(0, ...rows.flatMap(({ points }) => points ?? []).map(({ share }) => share));
  const isCut = requests.some(({ startTime }) => startTime > span.from);
  const { label } = parseFrame(frame);
  return (
    <>
      <Text size="xs" c="dimmed" mb="xs">
        Share of all samples with{' '}
        <Text span inherit ff="monospace" title={frame} style={{ overflowWrap: 'anywhere' }}>
          {label}
        </Text>{' '}
        on the stack, by profiles of {formatDuration(STRIP_PERIODS[period])}.{' '}
        {max > 0 ? `The full height is ${formatShare(max)}.` : ''}
      </Text>
      <Warnings
        warnings={[
          ...(groups.length > MAX_GROUPS
            ? [`The share is shown for the first ${MAX_GROUPS} of ${groups.length} groups.`]
            : []),
          ...(isCut ? ['Only the newest 31 days are shown.'] : []),
          ...trends.flatMap(({ data }) => data?.warnings ?? []),
        ]}
      />
      {failed && (
        <ProblemNotice
          error={failed}
          onRetry={() => void Promise.all(trends.map(({ error, refetch }) => error && refetch()))}
        />
      )}
      <LaneRows>
        {rows.map((row) => (
          <ShareRow key={row.group} {...row} max={max} />
        ))}
      </LaneRows>
    </>
  );
}
