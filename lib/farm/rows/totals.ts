import type { Measure } from '../amounts';
import type { Stats } from '../session-statistics';
import { STATISTICS } from '../session-statistics';
import { MEMBERS } from '../statistics';
import { combineRows } from './combine-rows';
import type { CostRows } from './cost-rows';

export type Totals = { records: number; costUsd: Stats; runtimeSeconds: Stats };

/** Totals of all rows, with the requested statistics only. */
export function totalsOf(rows: CostRows): Totals {
  return {
    records: rows.count.values.reduce((records, count) => records + count, 0),
    costUsd: statsOf(rows, 'costUsd'),
    runtimeSeconds: statsOf(rows, 'runtimeSeconds'),
  };
}

function statsOf(rows: CostRows, measure: Measure): Stats {
  const stats: Stats = {};
  for (const statistic of STATISTICS) {
    const [amount = Number.NaN] = combineRows(rows, measure, statistic, 1, () => 0);
    if (!Number.isNaN(amount)) stats[MEMBERS[statistic]] = amount;
  }
  return stats;
}
