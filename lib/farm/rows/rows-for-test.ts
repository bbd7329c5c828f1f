import type { Span } from '@/lib/time/range';
import { LocalBuckets } from '../plan/local-buckets';
import type { AggregationPeriod, GroupKey, SessionStatistics } from '../session-statistics';
import { CostRows } from './cost-rows';

/** Rows in columns, in UTC; in one bucket unless a span is given. */
export function rowsForTest(
  keys: readonly GroupKey[],
  rows: readonly SessionStatistics[],
  span: Span = { from: 0, to: 1 },
  period: AggregationPeriod = 'HOURLY',
): CostRows {
  const costs = new CostRows(keys, new LocalBuckets([{ ...span, offsetMs: 0 }], period));
  costs.add(rows, 0);
  return costs;
}
