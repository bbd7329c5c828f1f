import { besideEarlier, type Grouped } from '../compare/beside-earlier';
import type { CostRows } from '../rows/cost-rows';
import { groupRows, type RowGroups } from '../rows/group-rows';
import { type GroupTotals, groupTotals } from '../rows/group-totals';
import type { GroupKey } from '../session-statistics';
import { sumOfGroups } from './sum-of-groups';
import { type TotalColumns, totalColumns } from './total-columns';

/** The table of totals: figures of every group, and of all rows. */
export type GroupFigures = {
  /** Compared with an earlier range, the groups that only that has come last. */
  groups: RowGroups;
  columns: TotalColumns;
  /** One value a column. */
  sum: TotalColumns;
  /** Whether hours are of compute alone. */
  hasCompute: boolean;
  /** Number of groups without the earlier range's. */
  ownCount: number;
  /** The figures of some groups together, one value a column. */
  sumOf(groups: readonly number[]): TotalColumns;
};

/**
 * Totals of the groups of one or two keys, each with its share of the cost of all rows, and its change since the rows of an earlier
 * range.
 */
export function groupFigures(
  rows: CostRows,
  keys: readonly GroupKey[],
  earlierRows?: CostRows,
): GroupFigures {
  const own = grouped(rows, keys);
  const both = earlierRows && besideEarlier(own, grouped(earlierRows, keys));
  const { groups, totals } = both ?? own;
  const earlier = both?.earlier;
  const whole = totalOf(rows);
  const wholeUsd = whole.costUsd[0] ?? 0;
  return {
    groups,
    columns: totalColumns(totals, wholeUsd, earlier),
    sum: totalColumns(whole, wholeUsd, earlierRows && totalOf(earlierRows)),
    hasCompute: totals.compute !== undefined,
    ownCount: own.groups.ids.length,
    sumOf: (some) => totalColumns(sumOfGroups(totals, some), wholeUsd, earlier && sumOfGroups(earlier, some)),
  };
}

function grouped(rows: CostRows, keys: readonly GroupKey[]): Grouped {
  const groups = groupRows(rows, keys);
  return { groups, totals: groupTotals(rows, groups) };
}

/** The totals of all rows, as of one group. */
const totalOf = (rows: CostRows): GroupTotals =>
  rows.length === 0 ? NOTHING : groupTotals(rows, groupRows(rows, []));

const ZERO = Float64Array.of(0);
const NOTHING: GroupTotals = { costUsd: ZERO, runtimeSeconds: ZERO, records: ZERO, compute: undefined };
