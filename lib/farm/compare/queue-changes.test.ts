import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowsForTest } from '../rows/rows-for-test';
import { queueChanges } from './queue-changes';

type Costs = readonly (readonly [queueId: string, costUsd: number])[];

const rows = (costs: Costs) =>
  rowsForTest(
    ['QUEUE_ID'],
    costs.map(([queueId, sum]) => ({
      ...{ queueId, count: 1, costUsd: { sum }, runtimeSeconds: { sum: 1 }, from: 0, to: 1 },
    })),
  );

it('sums queues, with those of both times, the most expensive first', () => {
  const now = [
    ['lighting', 1],
    ['comp', 2],
    ['lighting', 4],
  ] as const;
  expect(queueChanges(rows(now), rows([['fx', 3]]))).toEqual([
    { queueId: 'lighting', costUsd: 5, beforeUsd: 0 },
    { queueId: 'fx', costUsd: 0, beforeUsd: 3 },
    { queueId: 'comp', costUsd: 2, beforeUsd: 0 },
  ]);
});

it('leaves open what was before until it is known', () =>
  expect(queueChanges(rows([['comp', 2]]), undefined)).toEqual([
    { queueId: 'comp', costUsd: 2, beforeUsd: Number.NaN },
  ]));

it('loses no cost', () => {
  const costs = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 99 })));
  const sum = (all: Costs) => all.reduce((total, [, cost]) => total + cost, 0);
  fc.assert(
    fc.property(costs, costs, (now, before) => {
      const changes = queueChanges(rows(now), rows(before));
      expect(changes.reduce((total, { costUsd }) => total + costUsd, 0)).toBe(sum(now));
      expect(changes.reduce((total, { beforeUsd }) => total + beforeUsd, 0)).toBe(sum(before));
    }),
  );
});
