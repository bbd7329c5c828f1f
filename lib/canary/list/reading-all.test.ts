import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { healthOf } from '../health/health-of';
import type { Canary } from '../run';
import { runs } from '../runs-text';
import { canaryRow } from './canary-row';
import { filterByRange } from './range-filter';
import { type ReadingAll, readingAllText } from './reading-all-text';
import { readableCanaries } from './runs-budget';

const NOW = 100 * DAY;
const canary = (name: string, change: Partial<Canary> = {}): Canary => ({
  ...{ name, state: 'RUNNING', schedule: 'rate(1 minute)', tags: {}, created: 0 },
  ...change,
});
const readable = (canaries: Canary[], rangeMs: number, maxPages: number) =>
  readableCanaries(canaries, { span: { from: NOW - rangeMs, to: NOW }, now: NOW }, maxPages).map(
    ({ name }) => name,
  );

test('reads as many canaries as their schedules allow, in order', () => {
  const locations = { primary: 'a-1', replicas: [{ location: 'b-1' }, { location: 'c-1' }] };
  const all = [
    canary('minute'),
    canary('hour', { schedule: 'rate(1 hour)' }),
    canary('places', { locations, browserTypes: ['CHROME', 'FIREFOX'] }),
    canary('new', { created: NOW - HOUR }),
  ];
  // A day of minutes is 15 pages, of hours 1, of minutes in six variants 87, and an hour of minutes 1.
  expect(readable(all, DAY, 104)).toEqual(['minute', 'hour', 'places', 'new']);
  expect(readable(all, DAY, 103)).toEqual(['minute', 'hour', 'places']);
  // One that takes too many is left out alone.
  expect(readable(all, DAY, 102)).toEqual(['minute', 'hour', 'new']);
  expect(readable(all.toReversed(), DAY, 87)).toEqual(['new', 'hour', 'minute']);
  // AWS keeps 31 days unless the canary says otherwise.
  expect(readable([canary('minute')], 90 * DAY, 447)).toEqual(['minute']);
});

test('a range before now takes the pages until now too', () => {
  const span = { from: NOW - 2 * DAY, to: NOW - DAY };
  expect(readableCanaries([canary('minute')], { span, now: NOW }, 28)).toEqual([]);
});

test('finds what failed and what missed runs in the range, whatever its state is now', () => {
  const row = (name: string, picture: string | undefined) => {
    const made = canary(name, { schedule: 'rate(5 minutes)', modified: 0 });
    const now = 30 * MINUTE;
    const loaded = { runs: runs(picture ?? ''), from: 0 };
    const health = healthOf(loaded, made, { span: { from: 0, to: now }, now, bins: 6 });
    return canaryRow(made, { health: picture ? health : undefined, groups: [], hasLastRuns: true }, now);
  };
  const rows = [row('ok', 'P P P P P P'), row('failed', 'P F P P P P'), row('gap', 'P P . . P P')];
  const names = (event: 'failed' | 'missed' | null) =>
    filterByRange([...rows, row('unread', undefined)], event).map(({ canary: { name } }) => name);
  expect([names('failed'), names('missed')]).toEqual([['failed'], ['gap']]);
  expect(names(null)).toEqual(['ok', 'failed', 'gap', 'unread']);
});

const text = (change: Partial<ReadingAll>) =>
  readingAllText({
    ...{
      total: 500,
      read: 120,
      earlier: 0,
      failed: 0,
      leftOut: 0,
      found: 34,
      event: null,
      sortedBy: 'availability',
    },
    ...change,
  });

test('states of how many canaries an order or a filter is', () => {
  expect(text({})).toBe('Availability read for 120 of 500 canaries; the order is of those.');
  expect(text({ event: 'failed' })).toBe(
    'Runs read for 120 of 500 canaries; 34 of those failed in the range.',
  );
  expect(text({ event: 'missed', read: 500, sortedBy: 'state' })).toBe(
    '34 of 500 canaries missed runs in the range.',
  );
  expect(text({ read: 500 })).toBe('');
  expect(text({ read: 498, failed: 2 })).toBe(
    'Availability read for 498 of 500 canaries; the order is of those. 2 canaries could not be read.',
  );
  expect(text({ event: 'failed', read: 500, earlier: 450, found: 3 })).toBe(
    '3 of 500 canaries failed in the range. 450 canaries are not read again yet.',
  );
  expect(text({ leftOut: 380 })).toContain('380 canaries would take too many requests in this range');
});
