'use client';

import { Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import { formatMoney } from '@/lib/farm/amounts';
import { bucketLabel } from '@/lib/farm/bucket-labels';
import { PERIOD_UNITS } from '@/lib/farm/labels';
import { causesOf } from '@/lib/farm/outliers/causes';
import { causesText, factorsText, peersText } from '@/lib/farm/outliers/outlier-text';
import type { Outlier } from '@/lib/farm/outliers/outliers';
import type { CostRows } from '@/lib/farm/rows/cost-rows';
import type { RowGroups } from '@/lib/farm/rows/group-rows';
import type { AggregationPeriod } from '@/lib/farm/session-statistics';
import { absoluteRange } from '@/lib/time/range';
import classes from './outliers.module.css';

type OutlierItemProps = {
  outlier: Outlier;
  rows: CostRows;
  groups: RowGroups;
  period: AggregationPeriod;
  nameOf(group: number): string;
};

/** One outlier: its cost, what is usual, the groups that cost more, and a way to its sessions. */
export function OutlierItem({ outlier, rows, groups, period, nameOf }: OutlierItemProps) {
  const { setRange } = useRange();
  const { bucket, costUsd, usualUsd, peers } = outlier;
  const causes = useMemo(() => causesOf(rows, groups, outlier), [rows, groups, outlier]);
  const label = bucketLabel(bucket.from, period, rows.buckets.segments);
  const factors = factorsText(outlier);
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
      <div className={classes.reason}>
        {causesText(causes, nameOf)} {factors}
      </div>
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
