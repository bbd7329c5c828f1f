import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { resolveRange } from '@/lib/time/range';
import { LocalBuckets } from '../plan/local-buckets';
import { offsetSegments } from '../plan/offset-segments';
import { rowForTest } from '../row-for-test';
import { CostRows } from '../rows/cost-rows';
import { monthSoFar } from './month-so-far';

/** Rows of one dollar for the first of the days before `now`, two for the next, and so on. */
function monthOf(now: string, zone: string, dayCount: number, costOf = (day: number) => day + 1) {
  const span = resolveRange({ from: `now-${dayCount}d/d`, to: 'now' }, Date.parse(now), zone);
  if (!span) throw new Error('No range.');
  const { segments } = offsetSegments(span, zone);
  const rows = new CostRows(['USAGE_TYPE'], new LocalBuckets(segments, 'DAILY'));
  for (const [day, bucket] of rows.buckets.spans.entries()) {
    const segment = segments.findIndex(({ to }) => to > bucket.from);
    const cost = costOf(day);
    if (cost > 0)
      rows.add([rowForTest({ usageType: 'COMPUTE', costUsd: { sum: cost }, ...bucket })], segment);
  }
  return monthSoFar(rows, span, zone);
}

test('sums the days of the month, and keeps those that have ended for the model', () => {
  // Tuesday, 24 November 2026; the first of the days is 18 November.
  const { month, ended, spent, spentUsd, todayUsd, ahead } = monthOf('2026-11-24T14:30:00Z', 'UTC', 6);
  expect(month).toEqual({ from: Date.parse('2026-11-01T00:00Z'), to: Date.parse('2026-12-01T00:00Z') });
  expect(ended).toEqual([3, 4, 5, 6, 0, 1].map((weekday, day) => ({ weekday, costUsd: day + 1 })));
  expect([spentUsd, todayUsd]).toEqual([28, 7]);
  expect(spent.at(-1)).toEqual({ at: Date.parse('2026-11-24T14:30Z'), costUsd: 28 });
  expect(spent.at(-2)).toEqual({ at: Date.parse('2026-11-24T00:00Z'), costUsd: 21 });
  expect(ahead.map(({ weekday }) => weekday)).toEqual([2, 3, 4, 5, 6, 0, 1]);
  expect(ahead.at(-1)?.to).toBe(month.to);
});

test('counts only the month’s own days as spent', () => {
  const { spentUsd, ended } = monthOf('2026-11-02T10:00:00Z', 'UTC', 4);
  expect(spentUsd).toBe(4 + 5);
  expect(ended).toHaveLength(4);
});

test('has a day in which the clocks change, also one to come', () => {
  // The clocks of Berlin go back on 25 October 2026.
  const before = monthOf('2026-10-23T10:00:00Z', 'Europe/Berlin', 7);
  expect(before.ahead.map(({ to }, at) => to - (before.ahead[at - 1]?.to ?? to - 24 * HOUR))).toEqual(
    [24, 24, 25, 24, 24, 24, 24, 24, 24].map((hours) => hours * HOUR),
  );
  const after = monthOf('2026-10-27T10:00:00Z', 'Europe/Berlin', 7);
  expect(after.ended.map(({ weekday }) => weekday)).toEqual([2, 3, 4, 5, 6, 0, 1]);
  expect(after.month.to).toBe(Date.parse('2026-10-31T23:00:00Z'));
});

test('leaves out the days before the first cost, and a day that the range cuts', () => {
  expect(monthOf('2026-11-24T14:30:00Z', 'UTC', 9, (day) => (day < 3 ? 0 : 5)).ended).toHaveLength(6);
  expect(monthOf('2026-11-24T14:30:00Z', 'UTC', 3, () => 0).ended).toEqual([]);
  // Costs of Nepal are in days of UTC, so the first is cut.
  const nepal = monthOf('2026-11-24T14:30:00Z', 'Asia/Kathmandu', 3);
  expect(nepal.ended.map(({ weekday }) => weekday)).toEqual([6, 0, 1]);
  expect(nepal.month.from).toBe(Date.parse('2026-11-01T00:00:00Z'));
});

test('names the month of the days that it sums, though another one has begun on the viewer’s clock', () => {
  // 1 December, 00:45 in Nepal.
  const { name, month, spentUsd } = monthOf('2026-11-30T19:00:00Z', 'Asia/Kathmandu', 3);
  expect(name).toBe('Nov 2026');
  expect(month.from).toBe(Date.parse('2026-11-01T00:00:00Z'));
  expect(spentUsd).toBeGreaterThan(0);
  expect(monthOf('2026-11-30T23:30:00Z', 'Europe/Berlin', 3).name).toBe('Dec 2026');
});

test('begins a new day at midnight', () => {
  const { todayUsd, ended, ahead, spentUsd } = monthOf('2026-11-24T00:00:00Z', 'UTC', 2);
  expect([todayUsd, spentUsd]).toEqual([0, 3]);
  expect(ended).toHaveLength(2);
  expect(ahead).toHaveLength(7);
});
