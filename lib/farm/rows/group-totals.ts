import type { CostRows } from './cost-rows';
import type { RowGroups } from './group-rows';

/** Totals of groups of rows, one value a group; NaN where a group has rows and none of them has a sum. */
export type GroupTotals = {
  costUsd: Float64Array;
  /** Seconds of all usage types together. */
  runtimeSeconds: Float64Array;
  records: Float64Array;
  /**
   * Of the usage type COMPUTE alone: only its hours are hours of computers. Zero for a group without it. Undefined when rows
   * lack the usage type.
   */
  compute: { costUsd: Float64Array; runtimeSeconds: Float64Array } | undefined;
};

/** Sums the rows of each group. A row without a sum of its own adds nothing. */
export function groupTotals(rows: CostRows, { group, ids }: RowGroups): GroupTotals {
  const sumOf = (column: Float64Array, isCounted?: Uint8Array) =>
    sumGroups(column, group, ids.length, isCounted);
  const [cost, runtime] = [rows.costUsd.sum.values, rows.runtimeSeconds.sum.values];
  const isCompute = computeRows(rows);
  return {
    costUsd: sumOf(cost),
    runtimeSeconds: sumOf(runtime),
    records: sumOf(rows.count.values),
    compute: isCompute && { costUsd: sumOf(cost, isCompute), runtimeSeconds: sumOf(runtime, isCompute) },
  };
}

/** Sums a column by group. NaN for a group with rows that all lack a value. */
function sumGroups(
  column: Float64Array,
  group: Uint32Array,
  groupCount: number,
  isCounted: Uint8Array | undefined,
): Float64Array {
  const sums = new Float64Array(groupCount);
  const lacking: number[] = [];
  for (let row = 0; row < group.length; row++) {
    if (isCounted !== undefined && isCounted[row] === 0) continue;
    const value = column[row] ?? Number.NaN;
    const into = group[row] ?? 0;
    if (Number.isNaN(value)) lacking.push(row);
    else sums[into] = (sums[into] ?? 0) + value;
  }
  if (lacking.length === 0) return sums;
  // Rare, and a loop of its own, so that the usual one stays short.
  const known = new Uint8Array(groupCount);
  for (let row = 0; row < group.length; row++) {
    const into = group[row] ?? 0;
    if (isCounted?.[row] !== 0 && !Number.isNaN(column[row])) known[into] = 1;
  }
  for (const row of lacking) {
    const into = group[row] ?? 0;
    if (known[into] === 0) sums[into] = Number.NaN;
  }
  return sums;
}

/** Row → 1 for hours of computers; undefined when the rows aren't grouped by usage type. */
export function computeRows(rows: CostRows): Uint8Array | undefined {
  if (!rows.keys.includes('USAGE_TYPE')) return undefined;
  const { ids, index } = rows.valuesOf('USAGE_TYPE');
  const compute = ids.indexOf('COMPUTE');
  const isCompute = new Uint8Array(index.length);
  for (let row = 0; row < index.length; row++) isCompute[row] = index[row] === compute ? 1 : 0;
  return isCompute;
}
