import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import type { Filter } from '../filters/filter';
import type { AskedCosts } from '../plan/asked-costs';
import type { AggregationPeriod } from '../session-statistics';
import { askedJobs } from './asked-jobs';

const asked = (period: AggregationPeriod, days: number, filters: Filter[] = []): AskedCosts => ({
  query: {
    ...{ farmId: 'farm', from: 0, to: days * DAY, zone: 'UTC', period, keys: ['QUEUE_ID'] },
    ...{ statistics: ['SUM'], resources: { kind: 'queue', ids: ['q'] } },
  },
  ...{ groupBy: ['QUEUE_ID'], filters, isWholeFarm: true, notes: [] },
});
const user: Filter = { key: 'USER_ID', id: 'ann' };

test('asks for the same range by job, together with the key of a filter', () => {
  expect(askedJobs(asked('DAILY', 9))).toEqual({
    ...asked('DAILY', 9),
    groupBy: ['JOB_ID'],
    query: { ...asked('DAILY', 9).query, keys: ['JOB_ID'] },
  });
  expect(askedJobs(asked('DAILY', 9, [user]))?.query.keys).toEqual(['JOB_ID', 'USER_ID']);
});

test('has buckets no shorter than usual for the range', () => {
  expect(askedJobs(asked('HOURLY', 1))?.query.period).toBe('HOURLY');
  expect(askedJobs(asked('HOURLY', 60))?.query.period).toBe('DAILY');
  expect(askedJobs(asked('MONTHLY', 60))?.query.period).toBe('MONTHLY');
});

test('asks for nothing when filters take both of AWS’s keys', () => {
  expect(askedJobs(asked('DAILY', 9, [user, { key: 'QUEUE_ID', id: 'q' }]))).toBeUndefined();
});
