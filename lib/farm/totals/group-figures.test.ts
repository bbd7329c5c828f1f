import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GONE, NEW } from '../compare/changes';
import type { SessionStatistics } from '../session-statistics';
import { groupFigures } from './group-figures';
import { rangeFigures } from './range-figures';
import { costRowsForTest, usageRow } from './rows-for-test';

/** Equal but for errors of rounding; an unknown amount is only equal to an unknown one. */
const near =
  (expected: number, error = 1e-6) =>
  (amount: number) =>
    Number.isNaN(expected) ? Number.isNaN(amount) : Math.abs(amount - expected) < error;
const sum = (rows: readonly SessionStatistics[], measure: 'costUsd' | 'runtimeSeconds') =>
  rows.reduce((all, row) => all + (row[measure].sum ?? 0), 0);

const anyRow = fc
  .record({
    hour: fc.integer({ min: 0, max: 5 }),
    userId: fc.constantFrom('ann', 'bo', 'cy', ''),
    usageType: fc.constantFrom('COMPUTE', 'LICENSE', 'PERSISTENT_VOLUME', ''),
    count: fc.integer({ min: 1, max: 9 }),
    tenthsOfCent: fc.integer({ min: -5_000, max: 100_000 }),
    runtime: fc.integer({ min: 0, max: 100_000 }),
    hasCost: fc.boolean(),
  })
  .map(({ hour, userId, usageType, count, tenthsOfCent, runtime, hasCost }) =>
    usageRow(userId, usageType, hasCost ? tenthsOfCent / 1000 : undefined, runtime, { hour, count }),
  );

describe('groupFigures', () => {
  test('equals the sums of the rows of each group, and its last row those of all rows to the cent', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 80 }), (all) => {
        const { groups, columns, sum: whole, sumOf } = groupFigures(costRowsForTest(all), ['USER_ID']);
        const wholeUsd = sum(all, 'costUsd');
        for (const [group, [user]] of groups.ids.entries()) {
          const own = all.filter(({ userId = '' }) => userId === user);
          const compute = own.filter(({ usageType }) => usageType === 'COMPUTE');
          const isKnown = own.some(({ costUsd }) => costUsd.sum !== undefined);
          const cost = isKnown ? sum(own, 'costUsd') : Number.NaN;
          const records = own.reduce((count, row) => count + row.count, 0);
          const hours = sum(compute, 'runtimeSeconds') / 3600;
          expect(columns.cost[group]).toSatisfy(near(cost));
          expect(columns.records[group]).toBe(records);
          expect(columns.hours[group]).toBeCloseTo(hours, 6);
          expect(columns.average[group]).toSatisfy(near(cost / records));
          if (wholeUsd > 0.0005) expect(columns.share[group]).toSatisfy(near(cost / wholeUsd, 0.001));
          if (wholeUsd < -0.0005) expect(columns.share[group]).toBeNaN();
          if (hours === 0) expect(columns.rate[group]).toBeNaN();
          else if (compute.every(({ costUsd }) => costUsd.sum !== undefined))
            expect(columns.rate[group]).toBeCloseTo(sum(compute, 'costUsd') / hours, 6);
        }
        if (all.some(({ costUsd }) => costUsd.sum !== undefined)) {
          expect(whole.cost[0]).toSatisfy(near(wholeUsd));
          const every = groups.ids.map((_, group) => group);
          expect(sumOf(every).cost[0]).toBeCloseTo(whole.cost[0] ?? 0, 6);
          expect(rangeFigures(costRowsForTest(all)).costUsd).toBe(whole.cost[0]);
        }
      }),
    );
  });

  test('has no share of a whole of zero or less, and no rate without hours', () => {
    const rows = costRowsForTest([usageRow('ann', 'COMPUTE', 3, 0), usageRow('bo', 'LICENSE', -3, 7200)]);
    const { columns, sum: whole } = groupFigures(rows, ['USER_ID']);
    expect([...columns.share]).toEqual([Number.NaN, Number.NaN]);
    expect([...columns.rate]).toEqual([Number.NaN, Number.NaN]);
    expect([...columns.hours]).toEqual([0, 0]);
    expect([whole.cost[0], whole.share[0]]).toEqual([0, Number.NaN]);
  });

  test('leaves an amount unknown that no row has', () => {
    const rows = costRowsForTest([
      usageRow('ann', 'COMPUTE', undefined, 60),
      usageRow('bo', 'COMPUTE', 2, 60),
    ]);
    const { columns, sum: whole, sumOf } = groupFigures(rows, ['USER_ID']);
    expect([...columns.cost]).toEqual([Number.NaN, 2]);
    expect([...columns.share]).toEqual([Number.NaN, 1]);
    expect(whole.cost[0]).toBe(2);
    expect(sumOf([0]).cost[0]).toBeNaN();
    expect(sumOf([]).cost[0]).toBe(0);
  });

  test('has the change of every group since an earlier range, those that only that has last', () => {
    const rows = costRowsForTest([
      usageRow('ann', 'COMPUTE', 3, 60),
      usageRow('bo', 'COMPUTE', 2, 60),
      usageRow('cy', 'COMPUTE', 1, 60),
    ]);
    const before = costRowsForTest([
      usageRow('dee', 'COMPUTE', 4, 60),
      usageRow('ann', 'COMPUTE', 2, 60),
      usageRow('bo', 'LICENSE', 2, 60),
    ]);
    const { groups, columns, sum: whole, ownCount, sumOf } = groupFigures(rows, ['USER_ID'], before);
    expect(groups.ids).toEqual([['ann'], ['bo'], ['cy'], ['dee']]);
    expect(ownCount).toBe(3);
    expect([...columns.cost]).toEqual([3, 2, 1, 0]);
    expect([...columns.change]).toEqual([1, 0, 1, -4]);
    expect([...columns.growth]).toEqual([0.5, 0, NEW, GONE]);
    expect([whole.change[0], whole.growth[0]]).toEqual([-2, -0.25]);
    expect([sumOf([0, 2]).change[0], sumOf([0, 2]).growth[0]]).toEqual([2, 1]);
    expect(sumOf([]).growth[0]).toBeNaN();
  });

  test('adds up the changes of all groups to that of all rows', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), fc.array(anyRow, { maxLength: 40 }), (now, before) => {
        const figures = groupFigures(costRowsForTest(now), ['USER_ID'], costRowsForTest(before));
        for (const [group, [user]] of figures.groups.ids.entries()) {
          const own = (all: SessionStatistics[]) => all.filter(({ userId = '' }) => userId === user);
          expect(own([...now, ...before]).length).toBeGreaterThan(0);
          const isNew = own(before).length === 0;
          const isGone = own(now).length === 0;
          expect(figures.columns.growth[group] === NEW).toBe(isNew);
          expect(figures.columns.growth[group] === GONE).toBe(isGone);
        }
        if ([...now, ...before].every(({ costUsd }) => costUsd.sum !== undefined)) {
          const changes = figures.columns.change.reduce((all, change) => all + change, 0);
          expect(changes).toBeCloseTo(sum(now, 'costUsd') - sum(before, 'costUsd'), 6);
          expect(figures.sum.change[0]).toBeCloseTo(changes, 6);
        }
      }),
    );
  });

  test('has unknown changes without an earlier range, or where a cost is unknown', () => {
    const rows = costRowsForTest([
      usageRow('ann', 'COMPUTE', undefined, 60),
      usageRow('bo', 'COMPUTE', -2, 60),
    ]);
    expect([...groupFigures(rows, ['USER_ID']).columns.growth]).toEqual([Number.NaN, Number.NaN]);
    const { columns } = groupFigures(rows, ['USER_ID'], rows);
    expect([...columns.change]).toEqual([Number.NaN, 0]);
    expect([...columns.growth]).toEqual([Number.NaN, Number.NaN]);
  });

  test('adds up all hours, without a rate, when the rows lack the usage type', () => {
    const rows = costRowsForTest(
      [usageRow('ann', '', 3, 3600), usageRow('ann', '', 1, 3600)],
      ['USER_ID', 'QUEUE_ID'],
    );
    const { columns, hasCompute } = groupFigures(rows, ['USER_ID', 'QUEUE_ID']);
    expect(hasCompute).toBe(false);
    expect([columns.hours[0], columns.rate[0], columns.cost[0]]).toEqual([2, Number.NaN, 4]);
  });
});
