'use client';

import { useQueryStates } from 'nuqs';
import { counted } from '@/lib/answer/counted';
import type { AllFarms } from '@/lib/farm/all/all-farms';
import type { BudgetUse } from '@/lib/farm/all/budget-use';
import { missingEarlier } from '@/lib/farm/all/missing-earlier';
import { loadingOrder, orderFarms } from '@/lib/farm/all/order-farms';
import { costGrowth } from '@/lib/farm/compare/changes';
import { formatShare } from '@/lib/farm/shares';
import { cellText } from '@/lib/farm/totals/cell-text';
import { ratio } from '@/lib/farm/totals/total-columns';
import { useCostComparison } from '../compare/use-cost-comparison';
import { BarsPicture } from './bars-picture';
import { BarsPlot } from './bars-plot';
import { BarsTwin } from './bars-twin';
import { ChangeCell } from './change-cell';
import { FarmRow } from './farm-row';
import { FarmsHead } from './farms-head';
import { farmsParams } from './farms-params';
import classes from './farms-table.module.css';
import type { FarmCost } from './use-farm-costs';

type FarmsTableProps = {
  rows: readonly FarmCost[];
  all: AllFarms;
  isOutdated: boolean;
  pathOf(farmId: string, queueId?: string): string;
};

/** All farms together, then each farm with its costs. Without all costs, farms are in the order of their names. */
export function FarmsTable({ rows, all, isOutdated, pathOf }: FarmsTableProps) {
  const [{ sort }, change] = useQueryStates(farmsParams);
  const [compare] = useCostComparison();
  const hasChange = compare !== 'none';
  const { count, figures, before, bars } = all;
  const order = count.isLoading ? loadingOrder(sort) : sort;
  const wholeUsd = count.isLoading ? undefined : figures?.costUsd;
  const span = rows[0]?.span;
  const ordered = orderFarms(rows, order, sortedFarm);
  return (
    <div className={classes.container}>
      <table className={classes.table} data-outdated={isOutdated || undefined}>
        <FarmsHead
          order={order}
          onOrder={(next) => void change({ sort: next }, { history: 'push' })}
          {...{ hasChange, count }}
        />
        <tbody>
          {count.all > 1 && (
            <tr className={classes.all}>
              <th scope="row" className={classes.name}>
                {count.known === count.all ? 'All farms' : `${count.known} of ${counted(count.all, 'farm')}`}
              </th>
              <td className={classes.figure}>{figures && cellText('cost', figures.costUsd)}</td>
              <td className={`${classes.figure} ${classes.share}`}>
                {wholeUsd !== undefined && formatShare(ratio(wholeUsd, wholeUsd))}
              </td>
              {hasChange && (
                <td className={classes.figure}>
                  <ChangeCell now={figures} before={before} earlier={missingEarlier(rows)} />
                </td>
              )}
              <td className={classes.picture}>
                {bars && span && (
                  <BarsPlot {...{ bars, span }}>
                    <BarsPicture name="All farms" bars={bars} span={span} />
                  </BarsPlot>
                )}
              </td>
              <td className={classes.wide} />
              <td className={classes.wide}>
                <span className={classes.muted}>{budgetsText(rows, count.all)}</span>
              </td>
            </tr>
          )}
          {ordered.map((row) => (
            <FarmRow key={row.farm.farmId} {...{ row, wholeUsd, hasChange, pathOf }} />
          ))}
        </tbody>
      </table>
      <BarsTwin farms={ordered.flatMap(namedBars)} />
    </div>
  );
}

const namedBars = ({ farm: { farmId, displayName }, summary }: FarmCost) =>
  summary?.bars ? [{ farmId, name: displayName, bars: summary.bars }] : [];

const sortedFarm = ({ farm, summary, before, budgets }: FarmCost) => {
  const cost = summary?.figures.costUsd ?? Number.NaN;
  return {
    name: farm.displayName,
    cost,
    change: before ? costGrowth(cost, before.costUsd) : Number.NaN,
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
