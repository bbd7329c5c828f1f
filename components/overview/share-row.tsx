'use client';

import { Skeleton } from '@mantine/core';
import { LaneRow } from '@/components/lane/lane-row';
import { formatShare } from '@/components/profile/frame-text/format-samples';
import { useRange } from '@/components/range/use-range';
import type { TrendPoint } from '@/lib/profile/range/trend';
import { GroupLink } from './group-link';
import { ShareStrip } from './share-strip';

type ShareRowProps = {
  group: string;
  points: readonly TrendPoint[] | undefined;
  /** Share (0–1) at the full height of all rows. */
  max: number;
  error: Error | null;
};

/** A profiling group on the overview: its name, and the share of a function in each of its profiles. */
export function ShareRow({ group, points, max, error }: ShareRowProps) {
  const { span } = useRange();
  const text = points && sharesText(points);
  return (
    <LaneRow
      valueAt={
        points &&
        ((at) => {
          const point = points.find(({ from, to }) => from <= at && at < to);
          return point ? formatShare(point.share) : 'no profile';
        })
      }
      name={<GroupLink name={group} />}
      note={<span title={text}>{text ?? (error ? 'not loaded' : 'Loading …')}</span>}
    >
      {points && <ShareStrip {...{ points, max, span }} label={`${group}: ${text}`} />}
      {!points && !error && <Skeleton height={10} mt={4} mb={4} />}
    </LaneRow>
  );
}

function sharesText(points: readonly TrendPoint[]): string {
  const newest = points.at(-1);
  if (!newest) return 'no profile here';
  const highest = Math.max(...points.map(({ share }) => share));
  return `newest ${formatShare(newest.share)}, highest ${formatShare(highest)}`;
}
