import { compareFigures, type TableOrder } from '@/lib/answer/table-order';
import type { Measure } from './amounts';
import { labelOf, type Names } from './names';
import type { CostRows } from './rows/cost-rows';
import { GROUP_KEYS, type GroupKey, type Statistic } from './session-statistics';
import { MEMBERS } from './statistics';

/** A sortable column of the row table. */
export type Column = 'from' | 'count' | Measure | GroupKey;
export type RowOrder = TableOrder<Column>;

const BY_COST: RowOrder = { by: 'costUsd', descending: true };

/** An order that rows by some keys can have: by cost instead of by another key, which the URL may still name. */
export const possibleOrder = (order: RowOrder, keys: readonly GroupKey[]): RowOrder =>
  GROUP_KEYS.some((key) => key === order.by) && !keys.some((key) => key === order.by) ? BY_COST : order;

/** The numbers of the rows in order, stably; rows without a value come last in both directions. */
export function orderRows(
  rows: CostRows,
  { by, descending }: RowOrder,
  statistic: Statistic,
  names: Names,
): Uint32Array {
  const values = valuesOf(rows, by, statistic, names);
  return Uint32Array.from({ length: rows.length }, (_, row) => row).sort(
    (a, b) => compareFigures(values[a] ?? Number.NaN, values[b] ?? Number.NaN, descending) || a - b,
  );
}

/** Row → a number that sorts like its value; NaN without one. */
function valuesOf(rows: CostRows, by: Column, statistic: Statistic, names: Names): Float64Array {
  switch (by) {
    case 'from':
      return rows.bucket.values;
    case 'count':
      return rows.count.values;
    case 'costUsd':
    case 'runtimeSeconds':
      return rows[by][MEMBERS[statistic]].values;
    default:
      return namePlaces(rows, by, names);
  }
}

const collator = new Intl.Collator('en', { numeric: true });

/** Compares names for sorting a table, with numbers in them by their value. */
export const compareLabels = (a: string, b: string): number => collator.compare(a, b);

/** Row → the place of its name among all names of a key. Equal names share one. */
function namePlaces(rows: CostRows, key: GroupKey, names: Names): Float64Array {
  const { ids, index } = rows.valuesOf(key);
  const nameOf: string[] = Array.from(ids, () => '');
  for (let row = index.length - 1; row >= 0; row--) {
    const value = index[row] ?? 0;
    if (nameOf[value] === '') nameOf[value] = labelOf(rows.at(row), key, names).name;
  }
  const sorted = [...new Set(nameOf)].sort(compareLabels);
  const places = new Map(sorted.map((name, place) => [name, place]));
  return index.map((value) => places.get(nameOf[value] ?? '') ?? 0);
}
