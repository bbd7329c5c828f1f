import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import { rowForTest } from '../row-for-test';
import { groupRows } from '../rows/group-rows';
import { rowsForTest } from '../rows/rows-for-test';
import { causesOf } from './causes';
import { outliersOf } from './outliers';

/** A Monday. */
const START = Date.parse('2026-09-07T00:00:00Z');
const WEEK = [100, 110, 105, 95, 100, 20, 10];

type Cost = { fx?: number; light?: number; hours?: number };

/** Outliers of days from a Monday on: usual costs of two queues, changed on some days. The last day is cut. */
function found(dayCount: number, changes: Record<number, Cost> = {}) {
  const rows = Array.from({ length: dayCount }, (_, day) => {
    const usual = WEEK[day % 7] ?? 0;
    const { fx = usual / 2, light = usual / 2, hours = usual } = changes[day] ?? {};
    const bucket = { from: START + day * DAY, to: START + (day + 1) * DAY };
    const runtimeSeconds = { sum: (hours * HOUR) / 2000 };
    return Object.entries({ fx, light }).map(([queueId, sum]) =>
      rowForTest({ queueId, usageType: 'COMPUTE', costUsd: { sum }, runtimeSeconds, ...bucket }),
    );
  }).flat();
  const span = { from: START, to: START + dayCount * DAY - HOUR };
  const costs = rowsForTest(['QUEUE_ID', 'USAGE_TYPE'], rows, span, 'DAILY');
  const groups = groupRows(costs, ['QUEUE_ID']);
  const { outliers, isTooShort } = outliersOf(costs, span, 'DAILY');
  return {
    isTooShort,
    outliers: outliers.map((outlier) => ({
      ...outlier,
      day: (outlier.bucket.from - START) / DAY,
      causes: causesOf(costs, groups, outlier).map(({ group, ...cause }) => ({
        queue: groups.ids[group]?.[0],
        ...cause,
      })),
    })),
  };
}

describe('outliersOf', () => {
  it('finds none in usual weeks, though weekends differ from working days', () => {
    expect(found(42)).toEqual({ outliers: [], isTooShort: false });
    expect(found(15)).toEqual({ outliers: [], isTooShort: false });
  });

  it('finds a day that costs far more than other days of its kind, and which group costs more', () => {
    const { outliers } = found(42, { 15: { fx: 300, hours: 330 } });
    expect(outliers).toHaveLength(1);
    expect(outliers[0]).toMatchObject({
      ...{ day: 15, costUsd: 355, usualUsd: 110 },
      peers: { kind: 'weekday' },
      causes: [{ queue: 'fx', costUsd: 300, usualUsd: 55 }],
    });
    expect(outliers[0]?.hoursFactor).toBeCloseTo(3);
    expect(outliers[0]?.rateFactor).toBeCloseTo(355 / 110 / 3);
  });

  it('compares with the days of the same kind while there are too few of the weekday', () => {
    const { outliers } = found(22, { 12: { fx: 90 } });
    expect(outliers.map(({ day, peers }) => [day, peers.kind, peers.buckets.length])).toEqual([
      [12, 'weekend', 5],
    ]);
  });

  it('leaves out a bucket that the range cuts, and differences that are small for the range', () => {
    expect(found(42, { 41: { fx: 900 } }).outliers).toEqual([]);
    expect(found(42, { 40: { fx: 30 } }).outliers).toEqual([]);
  });

  it('does not count the time before the first cost as usual', () => {
    const none = Object.fromEntries(Array.from({ length: 35 }, (_, day) => [day, { fx: 0, light: 0 }]));
    expect(found(49, none).outliers).toEqual([]);
  });

  it('lists the largest difference first', () => {
    expect(found(42, { 9: { light: 300 }, 24: { fx: 700 } }).outliers.map(({ day }) => day)).toEqual([24, 9]);
  });

  it('tells that a range is too short', () => {
    expect(found(5)).toEqual({ outliers: [], isTooShort: true });
    expect(found(6, { 2: { fx: 900 } }).outliers.map(({ day, peers }) => [day, peers.kind])).toEqual([
      [2, 'working day'],
    ]);
  });

  it('finds only buckets that cost more than the usual ones, whatever the costs are', () => {
    const changes = fc.dictionary(
      fc.integer({ min: 0, max: 40 }).map(String),
      fc.record({ fx: fc.integer({ min: 0, max: 2000 }) }),
    );
    fc.assert(
      fc.property(changes, (some) => {
        for (const { costUsd, usualUsd, causes } of found(42, some).outliers) {
          expect(costUsd).toBeGreaterThan(usualUsd * 1.5);
          for (const cause of causes) expect(cause.costUsd).toBeGreaterThan(cause.usualUsd);
        }
      }),
    );
  });
});
