import type { GroupTotals } from '../rows/group-totals';

/** The totals of some groups together, as one group. A group without a sum adds nothing. */
export function sumOfGroups(
  { costUsd, runtimeSeconds, records, compute }: GroupTotals,
  groups: readonly number[],
): GroupTotals {
  const sum = (column: Float64Array) => {
    let all = Number.NaN;
    for (const group of groups) {
      const value = column[group] ?? Number.NaN;
      if (!Number.isNaN(value)) all = Number.isNaN(all) ? value : all + value;
    }
    return Float64Array.of(groups.length === 0 ? 0 : all);
  };
  return {
    costUsd: sum(costUsd),
    runtimeSeconds: sum(runtimeSeconds),
    records: sum(records),
    compute: compute && { costUsd: sum(compute.costUsd), runtimeSeconds: sum(compute.runtimeSeconds) },
  };
}
