import { compareFigures, type TableOrder } from '@/lib/answer/table-order';
import { compareLabels } from '../row-order';
import type { TotalColumns, TotalsColumn } from './total-columns';

/** The order of the table of totals: by the names of groups or by a column of figures. */
export type TotalsOrder = TableOrder<'name' | TotalsColumn>;

/** Sorts groups. Those without a figure come last in both directions, and equal ones the most expensive first. */
export function orderGroups(
  groups: readonly number[],
  { by, descending }: TotalsOrder,
  columns: TotalColumns,
  nameOf: (group: number) => string,
): number[] {
  const sign = descending ? -1 : 1;
  const byFigure = (column: TotalsColumn, a: number, b: number, isDescending: boolean) =>
    compareFigures(columns[column][a] ?? Number.NaN, columns[column][b] ?? Number.NaN, isDescending);
  return [...groups].sort(
    (a, b) =>
      (by === 'name' ? sign * compareLabels(nameOf(a), nameOf(b)) : byFigure(by, a, b, descending)) ||
      byFigure('cost', a, b, true) ||
      a - b,
  );
}
