import { expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { askedBy } from './asked-by';
import { askedCosts } from './asked-costs';

const queues = { data: [{ queueId: 'q1', displayName: 'q' }], asOf: 0, partial: false, warnings: [] };

it('asks for one key and those of the filters, in buckets no shorter than usual', () => {
  const filters = [{ key: 'USER_ID' as const, id: 'maria' }];
  const choice = { groupBy: ['QUEUE_ID' as const], period: 'HOURLY' as const, filters };
  const asked = askedCosts({ farmId: 'farm', queues }, { from: DAY, to: 31 * DAY }, 'UTC', choice, ['SUM']);
  if (!asked) throw new Error('There is a queue.');
  expect(askedBy(asked, 'INSTANCE_TYPE', filters)).toMatchObject({
    ...{ groupBy: ['INSTANCE_TYPE'], filters },
    query: { period: 'DAILY', keys: ['INSTANCE_TYPE', 'USER_ID'], resources: asked.query.resources },
  });
  expect(askedBy(asked, 'USER_ID', []).query).toMatchObject({ keys: ['USER_ID'], period: 'DAILY' });
});
