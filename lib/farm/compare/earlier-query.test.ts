import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { CostQuery } from '../plan/plan-aggregations';
import { earlierQuery } from './earlier-query';

const to = Date.parse('2026-11-24T14:32:00Z');

const query = (length: number): CostQuery => ({
  farmId: 'farm',
  zone: 'UTC',
  period: 'HOURLY',
  keys: ['QUEUE_ID'],
  statistics: ['SUM'],
  resources: { kind: 'queue', ids: ['q'] },
  from: to - length,
  to,
});

test('asks for the exact minutes of a short range, and for months of a long one', () => {
  const short = query(6 * HOUR);
  expect(earlierQuery(short, to, 'before')).toEqual({ ...short, from: to - 12 * HOUR, to: to - 6 * HOUR });
  const long = query(30 * DAY);
  const rounded = to - 2 * MINUTE;
  expect(earlierQuery(long, to, 'week')).toEqual({
    ...long,
    ...{ from: rounded - 37 * DAY, to: rounded - 7 * DAY, period: 'MONTHLY' },
  });
});

test('asks for nothing when no part of the range is over', () => {
  expect(earlierQuery(query(HOUR), to - HOUR, 'before')).toBeUndefined();
});
