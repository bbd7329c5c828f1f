'use client';

import { Button, Skeleton } from '@mantine/core';
import { BarsPicture } from './bars-picture';
import classes from './farms-table.module.css';
import type { FarmCost } from './use-farm-costs';

/** The cost of a farm over time, or why there is none. */
export function FarmOverTime({ row }: { row: FarmCost }) {
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
  return <span className={classes.muted}>{hasQueues ? 'No sessions in this range' : 'No queues'}</span>;
}
