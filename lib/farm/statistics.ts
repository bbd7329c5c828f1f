import type { Measure } from './amounts';
import type { SessionStatistics, Statistic, Stats } from './session-statistics';

const MEMBERS = { SUM: 'sum', MIN: 'min', MAX: 'max', AVG: 'avg' } as const satisfies Record<
  Statistic,
  keyof Stats
>;

/** Only sums may stand on each other. */
export const isAdditive = (statistic: Statistic) => statistic === 'SUM';

/** One statistic of one row: US dollars or seconds; undefined when it was not asked for. */
export const amountOf = (row: SessionStatistics, measure: Measure, statistic: Statistic) =>
  row[measure][MEMBERS[statistic]];

/**
 * One statistic over several rows: sums are added, the least and the most are found, averages are weighted by
 * records. Undefined when no row has it.
 */
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
    combined = combined === undefined ? amount : join(statistic, combined, records, amount, row.count);
    records += row.count;
  }
  return combined;
}

function join(statistic: Statistic, a: number, aRecords: number, b: number, bRecords: number): number {
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

/** All rows as one: what the figures above the charts show. Only the statistics that were asked for are there. */
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
