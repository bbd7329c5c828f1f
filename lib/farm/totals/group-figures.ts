import type { CostRows } from '../rows/cost-rows';
import { groupRows, type RowGroups } from '../rows/group-rows';
import { type GroupTotals, groupTotals } from '../rows/group-totals';
import type { GroupKey } from '../session-statistics';
import { sumOfGroups } from './sum-of-groups';
import { type TotalColumns, totalColumns } from './total-columns';

/** The table of totals: figures of every group, and of all rows. */
export type GroupFigures = {
  groups: RowGroups;
  columns: TotalColumns;
  /** One value a column. */
  sum: TotalColumns;
  /** Whether hours are of compute alone. */
  hasCompute: boolean;
  /** The figures of some groups together, one value a column. */
  sumOf(groups: readonly number[]): TotalColumns;
};

/** Totals of the groups of one or two keys, each with its share of the cost of all rows. */
export function groupFigures(rows: CostRows, keys: readonly GroupKey[]): GroupFigures {
  const groups = groupRows(rows, keys);
  const totals = groupTotals(rows, groups);
  const whole: GroupTotals = groupTotals(rows, groupRows(rows, []));
  const wholeUsd = whole.costUsd[0] ?? 0;
  return {
    groups,
    columns: totalColumns(totals, wholeUsd),
    sum: totalColumns(whole, wholeUsd),
    hasCompute: totals.compute !== undefined,
    sumOf: (some) => totalColumns(sumOfGroups(totals, some), wholeUsd),
  };
}
