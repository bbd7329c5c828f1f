import { expect, test } from 'vitest';
import { type FarmSummary, NO_COSTS } from './farm-summary';
import { topQueues } from './top-queues';

const farm = (farmId: string, costs: Record<string, number>, otherUsd = 0) => {
  const queues = Object.entries(costs).map(([queueId, costUsd]) => ({ queueId, costUsd, share: 1 }));
  const costUsd = queues.reduce((sum, queue) => sum + queue.costUsd, otherUsd);
  const summary: FarmSummary = { ...NO_COSTS, queues, figures: { ...NO_COSTS.figures, costUsd } };
  return { farm: { farmId, displayName: farmId }, names: new Map(), summary };
};

test('ranks the queues of all farms by cost, with their shares of all', () => {
  const reading = { farm: { farmId: 'c', displayName: 'c' }, names: new Map() };
  const { top, count, share } = topQueues([farm('a', { x: 40, y: 5 }), farm('b', { x: 50 }, 5), reading], 2);
  expect(top.map((queue) => [queue.farm.farmId, queue.queueId, queue.costUsd, queue.share])).toEqual([
    ['b', 'x', 50, 0.5],
    ['a', 'x', 40, 0.4],
  ]);
  expect([count, share]).toEqual([3, 0.9]);
});

test('ranks nothing where no queue has a cost', () => {
  expect(topQueues([farm('a', {})], 2)).toMatchObject({ top: [], count: 0 });
});
