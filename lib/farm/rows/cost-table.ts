import type { Span } from '@/lib/time/range';
import type { AggregationPeriod, GroupKey, SessionStatistics } from '../session-statistics';
import { combineRows, firstRows } from './combine-rows';
import type { CostRows } from './cost-rows';
import { groupRows } from './group-rows';

/** Rows by one or two keys in buckets of local time. */
export type CostTable = {
  keys: readonly GroupKey[];
  period: AggregationPeriod;
  /** The requested span. The first and the last bucket can extend beyond it. */
  span: Span;
  rows: CostRows;
};

/** One row for each group of a table, with the group's cost in the whole span. */
export function groupSums({ rows, keys }: Pick<CostTable, 'rows' | 'keys'>): SessionStatistics[] {
  const groups = groupRows(rows, keys);
  const sums = combineRows(rows, 'costUsd', 'SUM', groups.ids.length, (row) => groups.group[row] ?? 0);
  return Array.from(firstRows(groups), (row, group) => {
    const sum = sums[group] ?? Number.NaN;
    return { ...rows.at(row), costUsd: Number.isNaN(sum) ? {} : { sum } };
  });
}
