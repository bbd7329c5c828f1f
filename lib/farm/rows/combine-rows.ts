import type { Measure } from '../amounts';
import type { Statistic } from '../session-statistics';
import { MEMBERS } from '../statistics';
import type { CostRows } from './cost-rows';

/**
 * Combines one statistic of the rows in cells, of which `cellOf` has that of each row. Averages weigh by records. NaN is a cell in
 * which no row has a value. `isCounted` has 0 for rows to leave out.
 */
export function combineRows(
  rows: CostRows,
  measure: Measure,
  statistic: Statistic,
  cellCount: number,
  cellOf: (row: number) => number,
  isCounted?: Uint8Array,
): Float64Array {
  const column = rows[measure][MEMBERS[statistic]].values;
  if (statistic === 'SUM') return sumCells(column, cellCount, cellOf, isCounted);
  const count = rows.count.values;
  const combined = new Float64Array(cellCount).fill(Number.NaN);
  const records = new Float64Array(cellCount);
  for (let row = 0; row < column.length; row++) {
    const value = column[row] ?? Number.NaN;
    if (Number.isNaN(value) || isCounted?.[row] === 0) continue;
    const cell = cellOf(row);
    const known = combined[cell] ?? Number.NaN;
    const own = count[row] ?? 0;
    const all = (records[cell] ?? 0) + own;
    combined[cell] = Number.isNaN(known)
      ? value
      : combineTwo(statistic, known, value, all === 0 ? 0 : own / all);
    records[cell] = all;
  }
  return combined;
}

/** Sums need no records. */
function sumCells(
  column: Float64Array,
  cellCount: number,
  cellOf: (row: number) => number,
  isCounted: Uint8Array | undefined,
): Float64Array {
  const sums = new Float64Array(cellCount).fill(Number.NaN);
  for (let row = 0; row < column.length; row++) {
    const value = column[row] ?? Number.NaN;
    if (Number.isNaN(value) || (isCounted !== undefined && isCounted[row] === 0)) continue;
    const cell = cellOf(row);
    const known = sums[cell] ?? Number.NaN;
    sums[cell] = Number.isNaN(known) ? value : known + value;
  }
  return sums;
}

/** `weight` is the share of the records that the second value is of. */
function combineTwo(statistic: Exclude<Statistic, 'SUM'>, a: number, b: number, weight: number): number {
  switch (statistic) {
    case 'MIN':
      return Math.min(a, b);
    case 'MAX':
      return Math.max(a, b);
    case 'AVG':
      return a + (b - a) * weight;
  }
}
