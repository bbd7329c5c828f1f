/** The order of a table: by a column. */
export type TableOrder<Column extends string> = { by: Column; descending: boolean };

export type SortDirection = 'ascending' | 'descending' | 'none';

/** How a table is sorted by one of its columns. */
export function directionOf<Column extends string>(
  { by, descending }: TableOrder<Column>,
  column: Column,
): SortDirection {
  if (by !== column) return 'none';
  return descending ? 'descending' : 'ascending';
}

/** Compares two figures in the direction of an order. NaN, an unknown one, comes last in both. */
export function compareFigures(a: number, b: number, descending: boolean): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return descending ? b - a : a - b;
}

/** The order after a click on the heading of a column: the first one of the column, then the reverse. */
export const nextOrder = <Column extends string>(
  order: TableOrder<Column>,
  column: Column,
  isDescendingFirst: boolean,
): TableOrder<Column> => ({
  by: column,
  descending: order.by === column ? !order.descending : isDescendingFirst,
});
