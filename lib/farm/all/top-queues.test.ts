import { expect, test } from 'vitest';
import { allFarms } from './all-farms';
import { type FarmSummary, NO_COSTS } from './farm-summary';
import { topQueues } from './top-queues';

const farm = (farmId: string, costs: Record<string, number>, otherUsd = 0) => {
  const queues = Object.entries(costs).map(([queueId, costUsd]) => ({ queueId, costUsd, share: 1 }));
  const costUsd = queues.reduce((sum, queue) => sum + queue.costUsd, otherUsd);
  const summary: FarmSummary = { ...NO_COSTS, queues, figures: { ...NO_COSTS.figures, costUsd } };
  return { farm: { farmId, displayName: farmId }, names: new Map(), summary };
};

test('ranks the queues of farms by cost, with their shares of all that is known whole', () => {
  const reading = { farm: { farmId: 'c', displayName: 'c' }, names: new Map() };
  const { summary, ...part } = farm('d', { x: 60 });
  const farms: Parameters<typeof topQueues>[0] = [
    ...[farm('a', { x: 40, y: 5 }), farm('b', { x: 50 }, 5), reading],
    { ...part, summary: { ...summary, isWhole: false } },
  ];
  const { figures } = allFarms(
    farms.map((one) => ({ ...one, isReading: false })),
    farms.length,
  );
  const { all, top, share } = topQueues(farms, figures?.costUsd ?? 0, 2);
  expect(top.map((queue) => [queue.farm.farmId, queue.queueId, queue.costUsd, queue.share])).toEqual([
    ['b', 'x', 50, 0.5],
    ['a', 'x', 40, 0.4],
  ]);
  expect([all.length, share]).toEqual([3, 0.9]);
});

test('ranks nothing where no queue has a cost', () => {
  expect(topQueues([farm('a', {})], 0, 2)).toMatchObject({ all: [], top: [] });
});
