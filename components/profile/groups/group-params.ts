import { parseAsString, parseAsStringLiteral } from 'nuqs/server';

/** Columns of the list of groups that it can be sorted by. */
export const GROUP_COLUMNS = [
  'name',
  'samples',
  'change',
  'hottest',
  'points',
  'anomalies',
  'reported',
] as const;
export type GroupColumn = (typeof GROUP_COLUMNS)[number];

/** A column, or with a minus the column in descending order. */
export type GroupOrder = GroupColumn | `-${GroupColumn}`;

const ORDERS = GROUP_COLUMNS.flatMap((column): GroupOrder[] => [column, `-${column}`]);

/** Parameters of the list of groups in the URL, in addition to the time range. */
export const groupListParams = {
  order: parseAsStringLiteral(ORDERS).withDefault('name'),
  search: parseAsString.withDefault(''),
};

export const columnOf = (order: GroupOrder): GroupColumn => order.replace('-', '') as GroupColumn;

export const isDescending = (order: GroupOrder): boolean => order.startsWith('-');

/** The order after a click on a column: names and first of all figures as people look for them, then the reverse. */
export function nextOrder(order: GroupOrder, column: GroupColumn): GroupOrder {
  const first: GroupOrder = column === 'name' ? 'name' : `-${column}`;
  if (order !== first) return first;
  return column === 'name' ? '-name' : column;
}

/** Columns whose figures are read from AWS group by group. */
export const isComputed = (column: GroupColumn): boolean => column !== 'name' && column !== 'reported';
