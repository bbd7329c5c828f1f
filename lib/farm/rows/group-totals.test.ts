import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { LocalBuckets } from '../plan/local-buckets';
import type { SessionStatistics } from '../session-statistics';
import { CostRows } from './cost-rows';
import { groupRows } from './group-rows';
import { groupTotals } from './group-totals';

const SPAN = { from: Date.parse('2026-11-24T00:00:00Z'), to: Date.parse('2026-11-24T06:00:00Z') };

const arbitraryRow = fc
  .record({
    hour: fc.integer({ min: 0, max: 5 }),
    userId: fc.constantFrom('ann', 'bo', undefined),
    usageType: fc.constantFrom('COMPUTE', 'LICENSE', 'PERSISTENT_VOLUME'),
    count: fc.integer({ min: 1, max: 9 }),
    cost: fc.integer({ min: 0, max: 100_000 }),
    runtime: fc.integer({ min: 0, max: 100_000 }),
    hasSum: fc.boolean(),
  })
  .map(
    ({ hour, userId, usageType, count, cost, runtime, hasSum }): SessionStatistics => ({
      ...(userId && { userId }),
      usageType,
      count,
      costUsd: hasSum ? { sum: cost / 100 } : {},
      runtimeSeconds: hasSum ? { sum: runtime } : {},
      from: SPAN.from + hour * HOUR,
      to: SPAN.from + (hour + 1) * HOUR,
    }),
  );

function rowsOf(rows: readonly SessionStatistics[]): CostRows {
  const costs = new CostRows(
    ['USER_ID', 'USAGE_TYPE'],
    new LocalBuckets([{ ...SPAN, offsetMs: 0 }], 'HOURLY'),
  );
  costs.add(rows, 0);
  return costs;
}

/** Unknown when there are rows and none has a sum. */
function sum(rows: readonly SessionStatistics[], measure: 'costUsd' | 'runtimeSeconds'): number {
  const isUnknown = rows.length > 0 && rows.every((row) => row[measure].sum === undefined);
  return isUnknown ? Number.NaN : rows.reduce((all, row) => all + (row[measure].sum ?? 0), 0);
}

/** Costs have rounding errors; an unknown one is only equal to an unknown one. */
const cents = (costUsd: number | undefined) => Math.round((costUsd ?? 0) * 100);

describe('groupTotals', () => {
  it('sums every group, and the hours of computers apart', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRow, { maxLength: 60 }), (all) => {
        const rows = rowsOf(all);
        const groups = groupRows(rows, ['USER_ID']);
        const totals = groupTotals(rows, groups);
        expect(new Set(groups.ids.flat())).toEqual(new Set(all.map(({ userId = '' }) => userId)));
        for (const [group, [user]] of groups.ids.entries()) {
          const own = all.filter(({ userId = '' }) => userId === user);
          const compute = own.filter(({ usageType }) => usageType === 'COMPUTE');
          expect(cents(totals.costUsd[group])).toBe(cents(sum(own, 'costUsd')));
          expect(totals.runtimeSeconds[group]).toBe(sum(own, 'runtimeSeconds'));
          expect(totals.records[group]).toBe(own.reduce((records, { count }) => records + count, 0));
          expect(cents(totals.compute?.costUsd[group])).toBe(cents(sum(compute, 'costUsd')));
          expect(totals.compute?.runtimeSeconds[group]).toBe(sum(compute, 'runtimeSeconds'));
        }
      }),
    );
  });

  it('groups by two keys, and by none', () => {
    const row = { count: 1, costUsd: { sum: 1 }, runtimeSeconds: { sum: 60 }, from: SPAN.from, to: SPAN.to };
    const rows = rowsOf([
      { ...row, userId: 'ann', usageType: 'COMPUTE' },
      { ...row, userId: 'bo', usageType: 'LICENSE' },
      { ...row, userId: 'ann', usageType: 'LICENSE' },
    ]);
    expect(groupRows(rows, ['USER_ID', 'USAGE_TYPE']).ids).toEqual([
      ['ann', 'COMPUTE'],
      ['bo', 'LICENSE'],
      ['ann', 'LICENSE'],
    ]);
    const all = groupRows(rows, []);
    expect(all.ids).toEqual([[]]);
    expect([...groupTotals(rows, all).costUsd]).toEqual([3]);
    expect(groupRows(rowsOf([]), []).ids).toEqual([]);
  });

  it('has no hours of computers when rows lack the usage type', () => {
    const rows = new CostRows(['USER_ID'], new LocalBuckets([{ ...SPAN, offsetMs: 0 }], 'HOURLY'));
    expect(groupTotals(rows, groupRows(rows, [])).compute).toBeUndefined();
  });
});
