import { combineRows } from '../rows/combine-rows';
import type { CostRows } from '../rows/cost-rows';
import type { RowGroups } from '../rows/group-rows';
import { type Outlier, usualOf } from './outliers';

/** A group that costs more than usual in an outlier. */
export type Cause = { group: number; costUsd: number; usualUsd: number };

/** Only the most expensive groups of an outlier can be causes, so that thousands of them take no matrix of all buckets. */
const MAX_CANDIDATES = 20;
const MAX_CAUSES = 3;
/** A cause has at least this part of the difference. */
const MIN_CAUSE = 0.1;

/** The groups that cost the most more than they usually do, the largest difference first. */
export function causesOf(rows: CostRows, { group, ids }: RowGroups, outlier: Outlier): Cause[] {
  const { at, peers, costUsd, usualUsd } = outlier;
  const bucket = rows.bucket.values;
  const groupOf = (row: number) => group[row] ?? 0;
  const isInOutlier = Uint8Array.from(bucket, (each) => Number(each === at));
  const costs = combineRows(rows, 'costUsd', 'SUM', ids.length, groupOf, isInOutlier);
  const candidates = Array.from(costs.keys())
    .filter((each) => (costs[each] ?? 0) > 0)
    .sort((a, b) => (costs[b] ?? 0) - (costs[a] ?? 0))
    .slice(0, MAX_CANDIDATES);
  const slots = new Uint32Array(ids.length).fill(candidates.length);
  for (const [slot, each] of candidates.entries()) slots[each] = slot;
  const count = rows.buckets.spans.length;
  const cells = combineRows(
    rows,
    'costUsd',
    'SUM',
    (candidates.length + 1) * count,
    (row) => (slots[groupOf(row)] ?? 0) * count + (bucket[row] ?? 0),
  );
  return candidates
    .map((each, slot) => ({
      group: each,
      costUsd: costs[each] ?? 0,
      usualUsd: usualOf(peers, (other) => cells[slot * count + other] || 0),
    }))
    .filter((cause) => cause.costUsd - cause.usualUsd >= MIN_CAUSE * (costUsd - usualUsd))
    .sort((a, b) => b.costUsd - b.usualUsd - (a.costUsd - a.usualUsd))
    .slice(0, MAX_CAUSES);
}
