import { expect, test } from 'vitest';
import { firesBetween, nextFireOf } from './schedule';

const at = (text: string) => Date.parse(text);
const fires = (expression: string, from: string, to: string, anchor = '2026-01-01T00:00:17Z') =>
  firesBetween(nextFireOf(expression, at(anchor)), at(from), at(to)).map((fire) =>
    new Date(fire).toISOString(),
  );

test('a rate counts from its anchor, before and after it', () => {
  const expected = ['2026-11-24T10:00:17.000Z', '2026-11-24T10:05:17.000Z'];
  expect(fires('rate(5 minutes)', '2026-11-24T09:56:00Z', '2026-11-24T10:10:17Z')).toEqual(expected);
  expect(
    fires('rate(5 minutes)', '2026-11-24T09:56:00Z', '2026-11-24T10:10:17Z', '2027-01-01T00:00:17Z'),
  ).toEqual(expected);
});

test('a rate of 1 minute, of 1 hour, and of 0, which fires once', () => {
  expect(fires('rate(1 minute)', '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z')).toHaveLength(1440);
  expect(fires('rate(1 hour)', '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z')).toHaveLength(24);
  expect(fires('rate(0 hour)', '2025-11-24T00:00:00Z', '2026-11-25T00:00:00Z')).toEqual([
    '2026-01-01T00:00:17.000Z',
  ]);
});

test('a cron expression fires in UTC', () => {
  expect(fires('cron(20 */8 * * ? *)', '2026-11-24T00:20:00Z', '2026-11-25T00:20:00Z')).toEqual([
    '2026-11-24T00:20:00.000Z',
    '2026-11-24T08:20:00.000Z',
    '2026-11-24T16:20:00.000Z',
  ]);
});

test.each(['every minute', 'rate(2 hours)', 'rate(61 minutes)', 'rate(minute)', 'cron(0 12 * * ?)', ''])(
  '%s is no schedule',
  (expression) => {
    expect(() => nextFireOf(expression, 0)).toThrow();
  },
);
