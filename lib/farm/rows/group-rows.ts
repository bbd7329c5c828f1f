import type { GroupKey } from '../session-statistics';
import type { CostRows } from './cost-rows';
import { numbering } from './numbering';

/** Rows by the values of some of their keys. */
export type RowGroups = {
  /** Row → group. */
  group: Uint32Array;
  /** Group → its value of each key; '' where it has none. */
  ids: readonly (readonly string[])[];
};

/** Groups rows by one or two of their keys, in the order of each group's first row. Without keys all rows are one group. */
export function groupRows(rows: CostRows, by: readonly GroupKey[]): RowGroups {
  const columns = by.map((key) => rows.valuesOf(key));
  const [first, second] = columns;
  const group = new Uint32Array(rows.length);
  if (!first) return { group, ids: rows.length > 0 ? [[]] : [] };
  const ids: string[][] = [];
  const width = second?.ids.length ?? 1;
  const numberOf = numbering(first.ids.length * width);
  for (let row = 0; row < group.length; row++) {
    const [a, b] = [first.index[row] ?? 0, second?.index[row] ?? 0];
    const number = numberOf(a * width + b, ids.length);
    if (number === ids.length)
      ids.push(columns.map(({ ids: values }, key) => values[key === 0 ? a : b] ?? ''));
    group[row] = number;
  }
  return { group, ids };
}
