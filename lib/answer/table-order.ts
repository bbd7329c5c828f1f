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

/** The order after a click on the heading of a column: the first one of the column, then the reverse. */
export const nextOrder = <Column extends string>(
  order: TableOrder<Column>,
  column: Column,
  isDescendingFirst: boolean,
): TableOrder<Column> => ({
  by: column,
  descending: order.by === column ? !order.descending : isDescendingFirst,
});
