import { expect, test } from 'vitest';
import type { AskedCosts } from '../plan/asked-costs';
import type { AwsKey } from '../session-statistics';
import { costsByQueue, MAX_QUEUES } from './by-queue';

const asked = (keys: AwsKey[], count: number, kind: 'queue' | 'fleet' = 'queue'): AskedCosts => ({
  query: {
    ...{ farmId: 'farm', from: 0, to: 1, zone: 'UTC', period: 'HOURLY', keys, statistics: ['SUM'] },
    resources: { kind, ids: Array.from({ length: count }, (_, n) => `queue-${n}`) },
  },
  ...{ groupBy: ['USER_ID'], filters: [{ key: 'USER_ID', id: 'ann' }], isWholeFarm: true, notes: [] },
});
const both: AwsKey[] = ['INSTANCE_TYPE', 'USER_ID'];

test('asks for each queue what its own page asks', () => {
  const page = asked(both, 3);
  const { queues = [], leftOutCount } = costsByQueue(page) ?? {};
  expect(queues.map(({ queueId }) => queueId)).toEqual(['queue-0', 'queue-1', 'queue-2']);
  expect(queues[1]?.asked).toEqual({
    ...page,
    isWholeFarm: false,
    query: { ...page.query, resources: { kind: 'queue', ids: ['queue-1'] } },
  });
  expect(leftOutCount).toBe(0);
});

test('asks for at most ten queues', () => {
  const { queues, leftOutCount } = costsByQueue(asked(both, 12)) ?? {};
  expect([queues?.length, leftOutCount]).toEqual([MAX_QUEUES, 2]);
});

test('asks for nothing where the rows can tell it, for one queue or for fleets', () => {
  for (const page of [
    asked(['USER_ID'], 3),
    asked(['QUEUE_ID', 'USER_ID'], 3),
    asked(both, 1),
    asked(both, 3, 'fleet'),
    { ...asked(both, 3), filters: [] },
  ])
    expect(costsByQueue(page)).toBeUndefined();
});
