'use client';

import { useMemo } from 'react';
import type { Names } from '@/lib/farm/names';
import { causesOf } from '@/lib/farm/outliers/causes';
import { outlierText } from '@/lib/farm/outliers/outlier-text';
import { type Outlier, type Outliers, outliersOf } from '@/lib/farm/outliers/outliers';
import { groupRows } from '@/lib/farm/rows/group-rows';
import { groupLabels } from '@/lib/farm/totals/group-labels';
import type { ShownCosts } from '../costs/costs-on-screen';

/** The outliers of the page's costs, for the panel that lists them and the chart that marks them. */
export type FoundOutliers = Outliers & {
  shown: ShownCosts;
  /** The groups that made the costs of an outlier, in sentences. */
  reasonOf(outlier: Outlier): string;
};

/** Finds the outliers of costs; undefined without costs. */
export function useOutliers(shown: ShownCosts | undefined, names: Names): FoundOutliers | undefined {
  const found = useMemo(() => {
    if (!shown) return undefined;
    const { span, period } = shown.table;
    // Buckets to come cost nothing yet.
    const to = Math.min(span.to, shown.costs.coverage.to);
    return outliersOf(shown.costs.rows, { from: span.from, to }, period);
  }, [shown]);
  return useMemo(() => {
    if (!shown || !found) return undefined;
    const { rows } = shown.costs;
    const { keys } = shown.table;
    const groups = groupRows(rows, keys);
    const labelOf = groupLabels(groups, keys, names, rows.jobNames);
    const reasons = new Map<Outlier, string>();
    const reasonOf = (outlier: Outlier) => {
      const known = reasons.get(outlier);
      if (known !== undefined) return known;
      const reason = outlierText(outlier, causesOf(rows, groups, outlier), (group) => labelOf(group).name);
      reasons.set(outlier, reason);
      return reason;
    };
    return { ...found, shown, reasonOf };
  }, [shown, found, names]);
}
