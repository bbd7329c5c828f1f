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
  const sumOf = (column: Float64Array, isCounted?: Uint8Array) => {
    const sums = new Float64Array(ids.length);
    const hasSum = new Uint8Array(ids.length);
    const lacksSum = new Uint8Array(ids.length);
    for (let row = 0; row < group.length; row++) {
      if (isCounted?.[row] === 0) continue;
      const into = group[row] ?? 0;
      const value = column[row] ?? Number.NaN;
      if (Number.isNaN(value)) {
        lacksSum[into] = 1;
        continue;
      }
      hasSum[into] = 1;
      sums[into] = (sums[into] ?? 0) + value;
    }
    return sums.map((sum, at) => (lacksSum[at] && !hasSum[at] ? Number.NaN : sum));
  };
  const [cost, runtime] = [rows.costUsd.sum.values, rows.runtimeSeconds.sum.values];
  const isCompute = computeRows(rows);
  return {
    costUsd: sumOf(cost),
    runtimeSeconds: sumOf(runtime),
    records: sumOf(rows.count.values),
    compute: isCompute && { costUsd: sumOf(cost, isCompute), runtimeSeconds: sumOf(runtime, isCompute) },
  };
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
