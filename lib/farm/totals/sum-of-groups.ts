import type { GroupTotals } from '../rows/group-totals';
import { sumKnown } from './sum-known';

/** The totals of some groups together, as one group. A group without a sum adds nothing. */
export function sumOfGroups(
  { costUsd, runtimeSeconds, records, compute }: GroupTotals,
  groups: readonly number[],
): GroupTotals {
  const sum = (column: Float64Array) =>
    Float64Array.of(sumKnown(groups.map((group) => column[group] ?? Number.NaN)));
  return {
    costUsd: sum(costUsd),
    runtimeSeconds: sum(runtimeSeconds),
    records: sum(records),
    compute: compute && { costUsd: sum(compute.costUsd), runtimeSeconds: sum(compute.runtimeSeconds) },
  };
}
