import type { TableOrder } from '@/lib/answer/table-order';
import { compareLabels } from '../row-order';
import type { TotalColumns, TotalsColumn } from './total-columns';

/** The order of the table of totals: by the names of groups or by a column of figures. */
export type TotalsOrder = TableOrder<'name' | TotalsColumn>;

/**
 * Sorts groups. Those without a figure come last in both directions, and equal ones the most expensive first.
 */
export function orderGroups(
  groups: readonly number[],
  { by, descending }: TotalsOrder,
  columns: TotalColumns,
  nameOf: (group: number) => string,
): number[] {
  const sign = descending ? -1 : 1;
  const byCost = (a: number, b: number) => compareFigures(columns.cost, a, b, -1) || a - b;
  if (by !== 'name')
    return [...groups].sort((a, b) => compareFigures(columns[by], a, b, sign) || byCost(a, b));
  return [...groups].sort((a, b) => sign * compareLabels(nameOf(a), nameOf(b)) || byCost(a, b));
}

function compareFigures(column: Float64Array, a: number, b: number, sign: number): number {
  const [x = Number.NaN, y = Number.NaN] = [column[a], column[b]];
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  return sign * (x - y);
}
