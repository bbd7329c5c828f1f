import type { ReactNode } from 'react';
import { SortButton } from '@/components/panel/sort-button';
import { directionOf, nextOrder } from '@/lib/answer/table-order';
import { bucketZoneLabel } from '@/lib/farm/bucket-labels';
import { GROUP_KEY_LABELS, runtimeLabel, STATISTIC_LABELS } from '@/lib/farm/labels';
import type { OffsetSegment } from '@/lib/farm/plan/offset-segments';
import type { Column, RowOrder } from '@/lib/farm/row-order';
import type { GroupKey, Statistic } from '@/lib/farm/session-statistics';
import classes from './rows-table.module.css';

type Sort = { order: RowOrder; onOrder(order: RowOrder): void };

type RowsHeadProps = Sort & {
  keys: readonly GroupKey[];
  statistic: Statistic;
  zone: string;
  segments: readonly OffsetSegment[];
};

/** The headings of the table of rows, with the units. */
export function RowsHead({ keys, statistic, zone, segments, ...sort }: RowsHeadProps) {
  const of = statistic === 'SUM' ? '' : `, ${STATISTIC_LABELS[statistic].toLowerCase()}`;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <Heading by="from" className={classes.time} {...sort}>
          Time, {bucketZoneLabel(zone, segments)}
        </Heading>
        {keys.map((key) => (
          <Heading key={key} by={key} className={classes.key} {...sort}>
            {GROUP_KEY_LABELS[key]}
          </Heading>
        ))}
        <Heading by="costUsd" isFigure {...sort}>
          Cost, US{'\u00a0$'}
          {of}
        </Heading>
        <Heading by="runtimeSeconds" isFigure {...sort}>
          {runtimeLabel(keys)}, hours{of}
        </Heading>
        <Heading by="count" isFigure {...sort}>
          Records
        </Heading>
      </tr>
    </thead>
  );
}

type HeadingProps = Sort & {
  by: Column;
  isFigure?: boolean;
  className?: string | undefined;
  children: ReactNode;
};

/** A heading that sorts by its column: figures and times descending first, then the reverse. */
function Heading({ by, isFigure = false, className, order, onOrder, children }: HeadingProps) {
  const direction = directionOf(order, by);
  return (
    <th scope="col" className={isFigure ? classes.number : className} aria-sort={direction}>
      <SortButton
        {...{ direction, isFigure }}
        onClick={() => onOrder(nextOrder(order, by, isFigure || by === 'from'))}
      >
        {children}
      </SortButton>
    </th>
  );
}
