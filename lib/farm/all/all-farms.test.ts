import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeFigures } from '../totals/range-figures';
import { costRowsForTest, usageRow } from '../totals/rows-for-test';
import { allFarms, type KnownFarm } from './all-farms';
import type { FarmSummary } from './farm-summary';
import { farmsShareLabel, farmsSumLabel } from './farms-text';

const figuresOf = (costUsd: number, hours = 1) =>
  rangeFigures(
    costRowsForTest([usageRow('ann', 'COMPUTE', costUsd, hours * 3600), usageRow('bo', 'LICENSE', 1, 7200)]),
  );

function farm(costUsd: number, { before, isWhole = true }: { before?: number; isWhole?: boolean } = {}) {
  const summary: FarmSummary = { figures: figuresOf(costUsd), isWhole, notes: [], queues: [] };
  return {
    summary,
    isReading: false,
    ...(before !== undefined && { before: figuresOf(before) }),
  } satisfies KnownFarm;
}
const reading: KnownFarm = { isReading: true };
const failed: KnownFarm = { isReading: false };

const label = (farms: KnownFarm[], all = farms.length) => farmsSumLabel('cost', allFarms(farms, all).count);

describe('allFarms', () => {
  test('adds up all farms and what they were before', () => {
    const { figures, before, count } = allFarms([farm(3, { before: 1 }), farm(4, { before: 2 })], 2);
    expect(figures).toMatchObject({ costUsd: 9, records: 4, byUsage: { compute: { runtimeSeconds: 7200 } } });
    expect(figures?.byUsage?.others).toEqual([{ usageType: 'LICENSE', costUsd: 2, runtimeSeconds: 14_400 }]);
    expect(before?.costUsd).toBe(5);
    expect(farmsSumLabel('cost', count)).toBe('Total cost');
  });

  test('has no earlier figures unless those of every farm are known', () => {
    expect(allFarms([farm(3, { before: 1 }), farm(4)], 2).before).toBeUndefined();
    expect(allFarms([farm(3, { before: 1 }), failed], 2).before?.costUsd).toBe(2);
  });

  test('calls only the sum of all farms a total', () => {
    expect(label([farm(3), reading])).toBe('Cost of 1 of 2 farms so far');
    expect(label([farm(3), failed])).toBe('Cost of 1 of 2 farms');
    expect(label([farm(3), farm(4, { isWhole: false })])).toBe('Cost of 1 of 2 farms');
    expect(label([farm(3)], 41)).toBe('Cost of 1 of 41 farms');
    expect(allFarms([reading, failed], 2).figures).toBeUndefined();
  });

  test('names the farms that shares are of, unless they are all farms', () => {
    const shareLabel = (farms: KnownFarm[], all = farms.length) =>
      farmsShareLabel(allFarms(farms, all).count);
    expect(shareLabel([farm(3), farm(4)])).toBe('Share');
    expect(shareLabel([farm(3), failed, farm(4)])).toBe('Share of 2 farms');
    expect(shareLabel([farm(3)], 41)).toBe('Share of 1 farm');
  });

  test('equals the figures of all rows together', () => {
    const row = fc
      .record({
        usageType: fc.constantFrom('COMPUTE', 'LICENSE', 'PERSISTENT_VOLUME'),
        cents: fc.integer({ min: -100, max: 1000 }),
        runtime: fc.integer({ min: 0, max: 9999 }),
        hour: fc.integer({ min: 0, max: 5 }),
      })
      .map(({ usageType, cents, runtime, hour }) =>
        usageRow('ann', usageType, cents / 100, runtime, { hour }),
      );
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 9 }), { minLength: 1, maxLength: 5 }), (farms) => {
        const known = farms.map((rows): KnownFarm => {
          const figures = rangeFigures(costRowsForTest(rows));
          return { isReading: false, summary: { figures, isWhole: true, notes: [], queues: [] } };
        });
        const sum = allFarms(known, known.length).figures;
        const naive = (of: (usageType: string) => boolean, measure: 'costUsd' | 'runtimeSeconds') =>
          farms
            .flat()
            .filter(({ usageType = '' }) => of(usageType))
            .reduce((all, one) => all + (one[measure].sum ?? 0), 0);
        expect(sum?.costUsd).toBeCloseTo(
          naive(() => true, 'costUsd'),
          6,
        );
        expect(sum?.runtimeSeconds).toBe(naive(() => true, 'runtimeSeconds'));
        expect(sum?.byUsage?.compute.runtimeSeconds).toBe(
          naive((type) => type === 'COMPUTE', 'runtimeSeconds'),
        );
        for (const { usageType, costUsd } of sum?.byUsage?.others ?? [])
          expect(costUsd).toBeCloseTo(
            naive((type) => type === usageType, 'costUsd'),
            6,
          );
      }),
    );
  });
});
