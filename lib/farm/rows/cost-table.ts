import type { Span } from '@/lib/time/range';
import type { LocalBuckets } from '../plan/local-buckets';
import type { AggregationPeriod, GroupKey, SessionStatistics } from '../session-statistics';
import { CostRows } from './cost-rows';

/** Rows by one or two keys in buckets of local time. */
export type CostTable = {
  keys: readonly GroupKey[];
  period: AggregationPeriod;
  /** The requested span. The first and the last bucket can extend beyond it. */
  span: Span;
  buckets: LocalBuckets;
  rows: readonly SessionStatistics[];
};

/** The rows by some of their keys: those that differ only in the other keys are one. */
export function rowsBy(rows: CostRows, keys: readonly GroupKey[]): SessionStatistics[] {
  if (rows.keys.length === keys.length) return rows.toRows();
  const merged = new CostRows(keys, rows.buckets);
  merged.add(rows.toRows(), 0);
  return merged.toRows();
}
