'use client';

import { useQueryStates } from 'nuqs';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import type { AllFarms } from '@/lib/farm/all/all-farms';
import type { BudgetUse } from '@/lib/farm/all/budget-use';
import { orderFarms } from '@/lib/farm/all/order-farms';
import { growthOf } from '@/lib/farm/compare/changes';
import { cellText } from '@/lib/farm/totals/cell-text';
import { withCompare } from '../compare/compare-params';
import { BarsPicture } from './bars-picture';
import { ChangeCell } from './change-cell';
import { FarmRow } from './farm-row';
import { FarmsHead } from './farms-head';
import { farmsParams } from './farms-params';
import classes from './farms-table.module.css';
import type { FarmCost } from './use-farm-costs';

type FarmsTableProps = { rows: readonly FarmCost[]; all: AllFarms; isOutdated: boolean };

/** All farms together, then each farm with its costs. Without all costs, farms are in the order of their names. */
export function FarmsTable({ rows, all, isOutdated }: FarmsTableProps) {
  const { span } = useRange();
  const [{ sort, compare }, change] = useQueryStates(farmsParams);
  const hasChange = compare !== 'none';
  const { count, figures, before, bars } = all;
  const order = count.isLoading && !isOutdated ? ({ by: 'name', descending: false } as const) : sort;
  const ordered = orderFarms(rows, order, sortedFarm);
  const pathOf = (farmId: string, queueId?: string) =>
    withCompare(`/farms/${farmId}${queueId ? `?queues=${queueId}` : ''}`, { compare });
  return (
    <div className={classes.container}>
      <table className={classes.table} data-outdated={isOutdated || undefined}>
        <FarmsHead
          order={sort}
          onOrder={(next) => void change({ sort: next }, { history: 'push' })}
          {...{ hasChange }}
        />
        <tbody>
          {count.all > 1 && (
            <tr className={classes.all}>
              <th scope="row" className={classes.name}>
                {count.known === count.all ? 'All farms' : `${count.known} of ${counted(count.all, 'farm')}`}
              </th>
              <td className={classes.figure}>{figures && cellText('cost', figures.costUsd)}</td>
              <td className={`${classes.figure} ${classes.share}`}>{figures && '100 %'}</td>
              {hasChange && (
                <td className={classes.figure}>
                  <ChangeCell now={figures} before={before} />
                </td>
              )}
              <td className={classes.picture}>
                {bars && <BarsPicture name="All farms" bars={bars} span={span} />}
              </td>
              <td className={classes.wide} />
              <td className={classes.wide}>
                <span className={classes.muted}>{budgetsText(rows, count.all)}</span>
              </td>
            </tr>
          )}
          {ordered.map((row) => (
            <FarmRow
              key={row.farm.farmId}
              wholeUsd={count.isLoading && !isOutdated ? undefined : figures?.costUsd}
              {...{ row, hasChange, pathOf }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const sortedFarm = ({ farm, summary, before, budgets }: FarmCost) => {
  const cost = summary?.figures.costUsd ?? Number.NaN;
  return {
    name: farm.displayName,
    cost,
    change: before ? growthOf(cost - before.costUsd, before.costUsd) : Number.NaN,
    budget: budgets?.fullest?.share ?? Number.NaN,
  };
};

/** How many budgets all farms have; empty until those of every farm are known. */
function budgetsText(rows: readonly FarmCost[], farmCount: number): string {
  const uses = rows.map(({ budgets }) => budgets).filter((use) => use !== undefined);
  if (uses.length < farmCount) return '';
  const sum = (of: (use: BudgetUse) => number) => uses.reduce((all, use) => all + of(use), 0);
  const usedUp = sum(({ exceededCount }) => exceededCount);
  return `${sum(({ activeCount }) => activeCount)} active, ${usedUp === 0 ? 'none' : usedUp} used up`;
}
