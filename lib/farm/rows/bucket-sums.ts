import type { Measure } from '../amounts';
import { combineRows } from './combine-rows';
import type { CostRows } from './cost-rows';

/** The sum of a measure in each bucket; 0 without rows. `isCounted` has 0 for rows to leave out. */
export function bucketSums(rows: CostRows, measure: Measure, isCounted?: Uint8Array): Float64Array {
  const bucket = rows.bucket.values;
  const bucketOf = (row: number) => bucket[row] ?? 0;
  const sums = combineRows(rows, measure, 'SUM', rows.buckets.spans.length, bucketOf, isCounted);
  return sums.map((sum) => sum || 0);
}
