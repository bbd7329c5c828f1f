import { describe, expect, test } from 'vitest';
import { budgetForTest } from '../budgets/budget-for-test';
import { rowsForTest } from '../rows/rows-for-test';
import { budgetUse } from './budget-use';
import { type FarmOrder, loadingOrder, orderFarms } from './order-farms';
import { queueCosts } from './queue-costs';

describe('queueCosts', () => {
  const row = (queueId: string, costUsd: number) => ({
    ...{ queueId, count: 1, costUsd: { sum: costUsd }, runtimeSeconds: {}, from: 0, to: 1 },
  });

  test('has the queues with their shares of all, the most expensive first', () => {
    const rows = rowsForTest(['QUEUE_ID'], [row('a', 1), row('b', 5), row('c', 2), row('c', 2)]);
    expect(queueCosts(rows)).toEqual([
      { queueId: 'b', costUsd: 5, share: 0.5 },
      { queueId: 'c', costUsd: 4, share: 0.4 },
      { queueId: 'a', costUsd: 1, share: 0.1 },
    ]);
  });

  test('has none without a cost', () => {
    expect(queueCosts(rowsForTest(['QUEUE_ID'], []))).toEqual([]);
    expect(queueCosts(rowsForTest(['QUEUE_ID'], [row('a', 0), row('b', -1)]))).toEqual([]);
  });
});

describe('budgetUse', () => {
  test('has the fullest active budget, and counts those that are used up', () => {
    const half = budgetForTest({ budgetId: 'half', usedUsd: 50, limitUsd: 100 });
    const over = budgetForTest({ budgetId: 'over', usedUsd: 12, limitUsd: 10 });
    const ended = budgetForTest({ budgetId: 'ended', usedUsd: 99, limitUsd: 10, status: 'INACTIVE' });
    expect(budgetUse([half, over, ended])).toEqual({
      ...{ activeCount: 2, exceededCount: 1, fullest: { budget: over, share: 1.2 } },
    });
    const nothing = budgetForTest({ budgetId: 'nothing', usedUsd: 0, limitUsd: 0 });
    expect(budgetUse([nothing])).toMatchObject({ exceededCount: 1, fullest: { share: 1 } });
    expect(budgetUse([ended])).toEqual({ activeCount: 0, exceededCount: 0 });
  });
});

describe('orderFarms', () => {
  const farms = [
    { name: 'b', cost: 2, change: 0.1 },
    { name: 'a', cost: 5 },
    { name: 'd', cost: Number.NaN, change: -0.5 },
    { name: 'c', cost: 2, change: 0.2 },
  ];
  const names = (order: FarmOrder) =>
    orderFarms(farms, order, (farm) => farm)
      .map(({ name }) => name)
      .join('');

  test.each<[FarmOrder, string]>([
    [{ by: 'name', descending: false }, 'abcd'],
    [{ by: 'name', descending: true }, 'dcba'],
    [{ by: 'cost', descending: true }, 'abcd'],
    [{ by: 'cost', descending: false }, 'bcad'],
    [{ by: 'change', descending: true }, 'cbda'],
    [{ by: 'budget', descending: true }, 'abcd'],
  ])('sorts by %j', (order, expected) => expect(names(order)).toBe(expected));

  test('sorts numbers in names by their value', () => {
    const rows = ['Farm 10', 'Farm 9', 'farm 1'].map((name) => ({ name }));
    const sorted = orderFarms(rows, { by: 'name', descending: false }, (row) => row);
    expect(sorted.map(({ name }) => name)).toEqual(['farm 1', 'Farm 9', 'Farm 10']);
  });

  test('sorts by name while costs load, in the chosen direction', () => {
    expect(names(loadingOrder({ by: 'cost', descending: true }))).toBe('abcd');
    expect(names(loadingOrder({ by: 'name', descending: true }))).toBe('dcba');
  });
});
