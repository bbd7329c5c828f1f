import type { CostRows } from '../rows/cost-rows';
import { groupRows } from '../rows/group-rows';
import { groupTotals } from '../rows/group-totals';

/** Cost and time of rows; NaN where no row has a sum. */
export type Usage = { costUsd: number; runtimeSeconds: number };

/** Figures of all rows of a range. */
export type RangeFigures = Usage & {
  records: number;
  /** Undefined when the rows lack the usage type. */
  byUsage: { compute: Usage; others: (Usage & { usageType: string })[] } | undefined;
  /** Rows without a sum of cost or of runtime, which add nothing. */
  incompleteCount: number;
};

/** Sums all rows, and apart the compute and each other usage type, the most expensive first. */
export function rangeFigures(rows: CostRows): RangeFigures {
  const { costUsd, runtimeSeconds, records, compute } = groupTotals(rows, groupRows(rows, []));
  return {
    costUsd: costUsd[0] ?? 0,
    runtimeSeconds: runtimeSeconds[0] ?? 0,
    records: records[0] ?? 0,
    byUsage: compute && {
      compute: { costUsd: compute.costUsd[0] ?? 0, runtimeSeconds: compute.runtimeSeconds[0] ?? 0 },
      others: otherUsage(rows),
    },
    incompleteCount: incompleteRows(rows),
  };
}

function otherUsage(rows: CostRows): (Usage & { usageType: string })[] {
  const groups = groupRows(rows, ['USAGE_TYPE']);
  const { costUsd, runtimeSeconds } = groupTotals(rows, groups);
  return groups.ids
    .map(([usageType = ''], at) => ({
      usageType,
      costUsd: costUsd[at] ?? 0,
      runtimeSeconds: runtimeSeconds[at] ?? 0,
    }))
    .filter(({ usageType }) => usageType !== 'COMPUTE')
    .sort((a, b) => (b.costUsd || 0) - (a.costUsd || 0));
}

function incompleteRows(rows: CostRows): number {
  const [cost, runtime] = [rows.costUsd.sum.values, rows.runtimeSeconds.sum.values];
  let count = 0;
  for (let row = 0; row < rows.length; row++)
    if (Number.isNaN(cost[row]) || Number.isNaN(runtime[row])) count += 1;
  return count;
}
