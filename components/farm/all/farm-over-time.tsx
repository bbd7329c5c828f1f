'use client';

import { Button, Skeleton } from '@mantine/core';
import { PageLink } from '@/components/range/page-link';
import { useRange } from '@/components/range/use-range';
import { asRoute, useRangeHref } from '@/components/range/use-range-href';
import { noSessionsText, shortNoSessionsText } from '@/lib/farm/no-sessions-text';
import { BarsPicture } from './bars-picture';
import pictureClasses from './bars-picture.module.css';
import { BarsPlot } from './bars-plot';
import classes from './farms-table.module.css';
import type { FarmCost } from './use-farm-costs';

type FarmOverTimeProps = {
  row: FarmCost;
  /** Of the page of the farm. */
  path: string;
};

/** The cost of a farm over time as a link to its chart, or why there is none. */
export function FarmOverTime({ row, path }: FarmOverTimeProps) {
  const { now, zone } = useRange();
  const href = useRangeHref();
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
  const { bars } = summary;
  if (bars)
    return (
      <BarsPlot {...{ bars, span }}>
        <PageLink className={pictureClasses.link} href={asRoute(`${href(path)}#cost`)}>
          <BarsPicture name={farm.displayName} bars={bars} span={span} />
        </PageLink>
      </BarsPlot>
    );
  if (!hasQueues) return <span className={classes.muted}>No queues</span>;
  const when = { now, createdAt: farm.createdAt };
  return (
    <span className={classes.muted} title={noSessionsText(span, { ...when, zone })}>
      {shortNoSessionsText(span, when)}
    </span>
  );
}
