'use client';

import { Skeleton } from '@mantine/core';
import { RangeLink } from '@/components/range/range-link';
import { asRoute, useRangeHref } from '@/components/range/use-range-href';
import { formatShare } from '@/lib/farm/shares';
import { cellText } from '@/lib/farm/totals/cell-text';
import { ratio } from '@/lib/farm/totals/total-columns';
import { oneOfManyFarms } from '@/lib/queries/all-farms';
import { useQuery } from '@/lib/queries/use-query';
import { FarmOfLinks } from '../aws/console-context';
import { ConsoleLink } from '../aws/console-link';
import { ScaleFactor } from '../farm-header';
import { BudgetUseLink } from './budget-use-link';
import { ChangeCell } from './change-cell';
import { FarmOverTime } from './farm-over-time';
import classes from './farms-table.module.css';
import { TopQueueLink } from './top-queue-link';
import type { FarmCost } from './use-farm-costs';

type FarmRowProps = {
  row: FarmCost;
  /** The cost of all farms whose cost is known, together; undefined while some load. */
  wholeUsd: number | undefined;
  hasChange: boolean;
  /** The path of the page of a farm, or of one of its queues, with this page's comparison. */
  pathOf(farmId: string, queueId?: string): string;
};

/** One farm: its cost in the range, share, change, cost over time, most expensive queue and fullest budget. */
export function FarmRow({ row, wholeUsd, hasChange, pathOf }: FarmRowProps) {
  const href = useRangeHref();
  const { farm, summary, names, error, isReading } = row;
  const { farmId, displayName } = farm;
  const details = useQuery(oneOfManyFarms.farm(farmId)).data?.data;
  const waiting = isReading && <Skeleton height={12} my={3} />;
  const topQueue = summary?.queues[0];
  const top = topQueue && (
    <TopQueueLink top={topQueue} names={names} href={pathOf(farmId, topQueue.queueId)} />
  );
  const budget = (
    <BudgetUseLink
      href={asRoute(`${href(pathOf(farmId))}#budgets`)}
      use={row.budgets}
      error={row.budgetsError}
    />
  );
  return (
    <tr aria-busy={isReading || undefined}>
      <th scope="row" className={classes.name}>
        <RangeLink href={pathOf(farmId)} size="sm" title={`${displayName} · ${farmId}`}>
          {displayName}
        </RangeLink>
        <FarmOfLinks farmId={farmId}>
          <ConsoleLink resource={{}} name={displayName} />
        </FarmOfLinks>
        {details?.description && (
          <span className={classes.note} title={details.description}>
            {details.description}
          </span>
        )}
        <ScaleFactor farm={details} />
        {summary?.notes.map((note) => (
          <span key={note} className={classes.note} title={note}>
            <span aria-hidden>◆ </span>
            {note}
          </span>
        ))}
        <div className={classes.narrow}>
          {(error || !summary?.bars) && <FarmOverTime row={row} path={pathOf(farmId)} />}
          {top}
          {budget}
        </div>
      </th>
      <td className={classes.figure}>
        {summary ? cellText('cost', summary.figures.costUsd) : error ? <Unknown /> : waiting}
      </td>
      <td className={`${classes.figure} ${classes.share}`}>
        {wholeUsd === undefined
          ? waiting
          : summary && formatShare(summary.isWhole ? ratio(summary.figures.costUsd, wholeUsd) : Number.NaN)}
      </td>
      {hasChange && (
        <td className={classes.figure}>
          {summary ? <ChangeCell now={summary.figures} before={row.before} earlier={row.earlier} /> : waiting}
        </td>
      )}
      <td className={classes.picture}>
        <FarmOverTime row={row} path={pathOf(farmId)} />
      </td>
      <td className={classes.wide}>{top ?? waiting}</td>
      <td className={classes.wide}>{budget}</td>
    </tr>
  );
}

const Unknown = () => <span className={classes.muted}>unknown</span>;
