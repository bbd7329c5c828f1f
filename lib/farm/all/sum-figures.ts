import type { RangeFigures, Usage } from '../totals/range-figures';
import { sumKnown } from '../totals/sum-known';

/** The figures of several farms together. A farm without a sum adds nothing. */
export function sumFigures(farms: readonly RangeFigures[]): RangeFigures {
  const compute = farms.map(({ byUsage }) => byUsage?.compute).filter((usage) => usage !== undefined);
  return {
    ...sumUsage(farms),
    records: farms.reduce((all, { records }) => all + records, 0),
    byUsage: { compute: sumUsage(compute), others: othersOf(farms) },
    incompleteCount: farms.reduce((all, { incompleteCount }) => all + incompleteCount, 0),
  };
}

const sumUsage = (usages: readonly Usage[]): Usage => ({
  costUsd: sumKnown(usages.map(({ costUsd }) => costUsd)),
  runtimeSeconds: sumKnown(usages.map(({ runtimeSeconds }) => runtimeSeconds)),
});

function othersOf(farms: readonly RangeFigures[]): (Usage & { usageType: string })[] {
  const all = farms.flatMap(({ byUsage }) => byUsage?.others ?? []);
  const types = new Set(all.map(({ usageType }) => usageType));
  return Array.from(types, (usageType) => ({
    usageType,
    ...sumUsage(all.filter((usage) => usage.usageType === usageType)),
  })).sort((a, b) => (b.costUsd || 0) - (a.costUsd || 0));
}
