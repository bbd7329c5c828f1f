import type { Measure } from './amounts';
import { labelOf, type Names } from './names';
import type { GroupKey, SessionStatistics, Statistic } from './session-statistics';
import { amountOf } from './statistics';

/** A sortable column of the row table. */
export type Column = 'from' | 'count' | Measure | GroupKey;
export type RowOrder = { by: Column; descending: boolean };

/** Sorts rows, stably; rows without a value come last in both directions. */
export function orderRows(
  rows: readonly SessionStatistics[],
  { by, descending }: RowOrder,
  statistic: Statistic,
  names: Names,
): SessionStatistics[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row, by, statistic, names) }));
  const sign = descending ? -1 : 1;
  return keyed
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined)
        return Number(a.key === undefined) - Number(b.key === undefined);
      return sign * compare(a.key, b.key);
    })
    .map(({ row }) => row);
}

function keyOf(
  row: SessionStatistics,
  by: Column,
  statistic: Statistic,
  names: Names,
): number | string | undefined {
  switch (by) {
    case 'from':
    case 'count':
      return row[by];
    case 'costUsd':
    case 'runtimeSeconds':
      return amountOf(row, by, statistic);
    default:
      return labelOf(row, by, names).name;
  }
}

const collator = new Intl.Collator('en', { numeric: true });

const compare = (a: number | string, b: number | string) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
