'use client';

import { Button, Skeleton } from '@mantine/core';
import { useRange } from '@/components/range/use-range';
import { noSessionsText, shortNoSessionsText } from '@/lib/farm/no-sessions-text';
import { BarsPicture } from './bars-picture';
import classes from './farms-table.module.css';
import type { FarmCost } from './use-farm-costs';

/** The cost of a farm over time, or why there is none. */
export function FarmOverTime({ row }: { row: FarmCost }) {
  const { now, zone } = useRange();
  const { farm, span, summary, hasQueues, error, retry } = row;
  if (error)
    return (
      <span className={classes.error}>
        <span className={classes.message} title={error.message}>
          <span aria-hidden>▲</span> {error.message}
        </span>
        <Button
          size="compact-xs"
          variant="default"
          flex="none"
          aria-label={`Retry ${farm.displayName}`}
          onClick={retry}
        >
          Retry
        </Button>
      </span>
    );
  if (!summary) return <Skeleton height={24} />;
  if (summary.bars) return <BarsPicture name={farm.displayName} bars={summary.bars} span={span} />;
  if (!hasQueues) return <span className={classes.muted}>No queues</span>;
  const when = { now, createdAt: farm.createdAt };
  return (
    <span className={classes.muted} title={noSessionsText(span, { ...when, zone })}>
      {shortNoSessionsText(span, when)}
    </span>
  );
}
