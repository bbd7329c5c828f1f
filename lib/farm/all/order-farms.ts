import { compareFigures, type TableOrder } from '@/lib/answer/table-order';
import { compareLabels } from '../row-order';

export const FARM_COLUMNS = ['name', 'cost', 'change', 'budget'] as const;
export type FarmColumn = (typeof FARM_COLUMNS)[number];
export type FarmOrder = TableOrder<FarmColumn>;

/** A farm's name and the figures that it can be sorted by; undefined or NaN where one is unknown. */
export type SortedFarm = { name: string } & Partial<Record<Exclude<FarmColumn, 'name'>, number>>;

/** The order of farms while some costs load: by name, because costs that arrive would move rows under the pointer. */
export const loadingOrder = (order: FarmOrder): FarmOrder =>
  order.by === 'name' ? order : { by: 'name', descending: false };

/** Sorts farms. Those without a figure come last in both directions, and equal ones by name. */
export function orderFarms<Row>(
  rows: readonly Row[],
  { by, descending }: FarmOrder,
  of: (row: Row) => SortedFarm,
): Row[] {
  const sign = descending ? -1 : 1;
  const byName = (a: Row, b: Row) => compareLabels(of(a).name, of(b).name);
  if (by === 'name') return rows.toSorted((a, b) => sign * byName(a, b));
  const figureOf = (row: Row) => of(row)[by] ?? Number.NaN;
  return rows.toSorted((a, b) => compareFigures(figureOf(a), figureOf(b), descending) || byName(a, b));
}
