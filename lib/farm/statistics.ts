import type { Measure } from './amounts';
import type { SessionStatistics, Statistic, Stats } from './session-statistics';

const MEMBERS = { SUM: 'sum', MIN: 'min', MAX: 'max', AVG: 'avg' } as const satisfies Record<
  Statistic,
  keyof Stats
>;

/** Whether amounts may be stacked. */
export const isAdditive = (statistic: Statistic) => statistic === 'SUM';

/** One statistic of one row in US dollars or seconds; undefined if it was not requested. */
export const amountOf = (row: SessionStatistics, measure: Measure, statistic: Statistic) =>
  row[measure][MEMBERS[statistic]];

/** One statistic over all rows; averages are weighted by the number of records. Undefined if no row has it. */
export function combine(
  rows: Iterable<SessionStatistics>,
  measure: Measure,
  statistic: Statistic,
): number | undefined {
  let combined: number | undefined;
  let records = 0;
  for (const row of rows) {
    const amount = amountOf(row, measure, statistic);
    if (amount === undefined) continue;
    combined = combined === undefined ? amount : combineTwo(statistic, combined, records, amount, row.count);
    records += row.count;
  }
  return combined;
}

function combineTwo(statistic: Statistic, a: number, aRecords: number, b: number, bRecords: number): number {
  switch (statistic) {
    case 'SUM':
      return a + b;
    case 'MIN':
      return Math.min(a, b);
    case 'MAX':
      return Math.max(a, b);
    case 'AVG': {
      const records = aRecords + bRecords;
      return records === 0 ? a : a + (b - a) * (bRecords / records);
    }
  }
}

export type Totals = { records: number; costUsd: Stats; runtimeSeconds: Stats };

/** Totals of all rows, with the requested statistics only. */
export function totalsOf(rows: readonly SessionStatistics[]): Totals {
  return {
    records: rows.reduce((records, row) => records + row.count, 0),
    costUsd: statsOf(rows, 'costUsd'),
    runtimeSeconds: statsOf(rows, 'runtimeSeconds'),
  };
}

function statsOf(rows: readonly SessionStatistics[], measure: Measure): Stats {
  const stats: Stats = {};
  for (const [statistic, member] of Object.entries(MEMBERS) as [Statistic, keyof Stats][]) {
    const amount = combine(rows, measure, statistic);
    if (amount !== undefined) stats[member] = amount;
  }
  return stats;
}
