import { HOUR } from '@/lib/time/duration';
import type { CostRows } from '../rows/cost-rows';
import { rowsForTest } from '../rows/rows-for-test';
import type { GroupKey, SessionStatistics } from '../session-statistics';

const SPAN = { from: Date.parse('2026-11-24T00:00:00Z'), to: Date.parse('2026-11-24T06:00:00Z') };

/** A row of a user and a usage type. */
export function usageRow(
  userId: string,
  usageType: string,
  costUsd: number | undefined,
  runtimeSeconds: number,
  { hour = 0, count = 1 } = {},
): SessionStatistics {
  return {
    ...(userId && { userId }),
    ...(usageType && { usageType }),
    count,
    costUsd: costUsd === undefined ? {} : { sum: costUsd },
    runtimeSeconds: { sum: runtimeSeconds },
    from: SPAN.from + hour * HOUR,
    to: SPAN.from + (hour + 1) * HOUR,
  };
}

/** Rows in columns, in six hours. */
export const costRowsForTest = (
  rows: readonly SessionStatistics[],
  keys: readonly GroupKey[] = ['USER_ID', 'USAGE_TYPE'],
): CostRows => rowsForTest(keys, rows, SPAN);
