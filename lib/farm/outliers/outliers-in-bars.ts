import type { Span } from '@/lib/time/range';
import { bucketAt } from '../buckets';
import type { Outlier } from './outliers';

/** The outliers in each bar of a chart, by the number of the bar. A bar is one or more buckets long. */
export function outliersInBars(
  outliers: readonly Outlier[],
  bars: readonly Span[],
): ReadonlyMap<number, readonly Outlier[]> {
  const byBar = new Map<number, Outlier[]>();
  for (const outlier of outliers) {
    const bar = bucketAt(bars, outlier.bucket.from);
    if (bar === undefined) continue;
    byBar.set(bar, [...(byBar.get(bar) ?? []), outlier]);
  }
  return byBar;
}
