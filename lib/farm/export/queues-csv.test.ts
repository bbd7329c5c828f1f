import { expect, test } from 'vitest';
import { queuesCsv } from './queues-csv';

test('has a record for each queue, and leaves empty what is not known', () => {
  const records = queuesCsv([
    { queueId: 'queue-1', name: '=fx', costUsd: -1.5, isCut: true, share: undefined },
    { queueId: 'queue-2', name: 'a, b', costUsd: 3, share: 0.125 },
    { queueId: 'queue-3', name: 'light', costUsd: undefined, share: undefined },
  ]);
  expect([...records]).toEqual([
    'Queue,Queue id,All of its cost,"Cost, US $","Share, %"\r\n',
    "'=fx,queue-1,no,-1.5,\r\n",
    '"a, b",queue-2,yes,3,12.5\r\n',
    'light,queue-3,,,\r\n',
  ]);
});

test('names the farms of queues of several farms', () => {
  const farm = { farmId: 'farm-1', displayName: '+studio' };
  const records = queuesCsv([{ farm, queueId: 'queue-1', name: 'fx', costUsd: 1, share: 1 }]);
  expect([...records]).toEqual([
    'Queue,Queue id,Farm,Farm id,All of its cost,"Cost, US $","Share, %"\r\n',
    "fx,queue-1,'+studio,farm-1,yes,1,100\r\n",
  ]);
});
