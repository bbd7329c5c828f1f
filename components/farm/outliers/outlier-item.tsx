'use client';

import { Button, Text } from '@mantine/core';
import { useRange } from '@/components/range/use-range';
import { formatMoney } from '@/lib/farm/amounts';
import { bucketLabel } from '@/lib/farm/bucket-labels';
import { PERIOD_UNITS } from '@/lib/farm/labels';
import { peersText } from '@/lib/farm/outliers/outlier-text';
import type { Outlier } from '@/lib/farm/outliers/outliers';
import type { OffsetSegment } from '@/lib/farm/plan/offset-segments';
import type { AggregationPeriod } from '@/lib/farm/session-statistics';
import { absoluteRange } from '@/lib/time/range';
import classes from './outliers.module.css';

type OutlierItemProps = {
  outlier: Outlier;
  reasonOf(outlier: Outlier): string;
  period: AggregationPeriod;
  segments: readonly OffsetSegment[];
};

/** One outlier: its cost, what is usual, the groups that cost more, and a way to its sessions. */
export function OutlierItem({ outlier, reasonOf, period, segments }: OutlierItemProps) {
  const { setRange } = useRange();
  const { bucket, costUsd, usualUsd, peers } = outlier;
  const label = bucketLabel(bucket.from, period, segments);
  return (
    <li className={classes.outlier}>
      <div className={classes.amounts}>
        <span className={classes.when}>{label}</span>
        <span>
          <b>{formatMoney(costUsd)}</b>, usually {formatMoney(usualUsd)}
        </span>
        <Text size="xs" c="dimmed">
          {peersText(peers, period)}
        </Text>
      </div>
      <div className={classes.reason}>{reasonOf(outlier)}</div>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Zoom to ${label}`}
        onClick={() => setRange(absoluteRange(bucket))}
      >
        Zoom to this {PERIOD_UNITS[period]}
      </Button>
    </li>
  );
}
