import { PERIOD_UNITS } from '@/lib/farm/labels';
import { markedText, markText } from '@/lib/farm/outliers/outlier-text';
import { outliersInBars } from '@/lib/farm/outliers/outliers-in-bars';
import type { Series } from '@/lib/farm/series';
import type { FoundOutliers } from '../outliers/use-outliers';

/** Bars that a chart marks, and why. */
export type BarMarks = {
  bars: readonly number[];
  /** Why a bar is marked, in sentences; none where it isn't. */
  textsOf(bar: number): string[];
  /** What the marks of the chart mean. */
  note: string;
};

/** Marks the bars of a chart of costs that have outliers; undefined where there are none or the rows are only a part. */
export function barMarks(
  { buckets, step, segments }: Series,
  found: FoundOutliers | undefined,
): BarMarks | undefined {
  if (!found || found.shown.costs.isCut) return undefined;
  const { period } = found.shown.table;
  const byBar = outliersInBars(found.outliers, buckets);
  if (byBar.size === 0) return undefined;
  const isWholeBar = step.period === period && step.count === 1;
  return {
    bars: [...byBar.keys()],
    textsOf: (bar) =>
      (byBar.get(bar) ?? []).map((outlier) =>
        markText(outlier, found.reasonOf(outlier), { period, segments, isWholeBar }),
      ),
    note: markedText(found.outliers.length, PERIOD_UNITS[period]),
  };
}
