import type { GroupKey } from '../session-statistics';
import type { CostRows } from './cost-rows';
import { numbered } from './numbering';

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
  if (!first) return { group: new Uint32Array(rows.length), ids: rows.length > 0 ? [[]] : [] };
  const width = second?.ids.length ?? 1;
  const combination = combined(first.index, second?.index, width);
  const { group, firsts } = numbered(combination, first.ids.length * width);
  const ids = firsts.map((number) => {
    const [a, b] = [Math.floor(number / width), number % width];
    return columns.map(({ ids: values }, key) => values[key === 0 ? a : b] ?? '');
  });
  return { group, ids };
}

/** Row → one number for its values of both keys. */
function combined(first: Float64Array, second: Float64Array | undefined, width: number): Float64Array {
  if (!second) return first;
  const both = new Float64Array(first.length);
  for (let row = 0; row < both.length; row++) both[row] = (first[row] ?? 0) * width + (second[row] ?? 0);
  return both;
}
