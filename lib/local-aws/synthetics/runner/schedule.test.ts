import { expect, test } from 'vitest';
import { nextTimeOf, timesBetween } from './schedule';

const at = (text: string) => Date.parse(text);
const times = (expression: string, from: string, to: string, anchor = '2026-01-01T00:00:17Z') =>
  timesBetween(nextTimeOf(expression, at(anchor)), at(from), at(to)).map((time) =>
    new Date(time).toISOString(),
  );

test('a rate counts from its anchor, before and after it', () => {
  const expected = ['2026-11-24T10:00:17.000Z', '2026-11-24T10:05:17.000Z'];
  expect(times('rate(5 minutes)', '2026-11-24T09:56:00Z', '2026-11-24T10:10:17Z')).toEqual(expected);
  expect(
    times('rate(5 minutes)', '2026-11-24T09:56:00Z', '2026-11-24T10:10:17Z', '2027-01-01T00:00:17Z'),
  ).toEqual(expected);
});

test('a rate is 1 minute to 1 hour, or 0 to run once', () => {
  expect(times('rate(1 minute)', '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z')).toHaveLength(1440);
  expect(times('rate(1 hour)', '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z')).toHaveLength(24);
  expect(times('rate(0 hour)', '2025-11-24T00:00:00Z', '2026-11-25T00:00:00Z')).toEqual([
    '2026-01-01T00:00:17.000Z',
  ]);
});

test('a cron expression is in UTC', () => {
  expect(times('cron(20 */8 * * ? *)', '2026-11-24T00:20:00Z', '2026-11-25T00:20:00Z')).toEqual([
    '2026-11-24T00:20:00.000Z',
    '2026-11-24T08:20:00.000Z',
    '2026-11-24T16:20:00.000Z',
  ]);
});

test.each(['every minute', 'rate(2 hours)', 'rate(61 minutes)', 'rate(minute)', 'cron(0 12 * * ?)', ''])(
  '%s is not a schedule',
  (expression) => {
    expect(() => nextTimeOf(expression, 0)).toThrow();
  },
);
