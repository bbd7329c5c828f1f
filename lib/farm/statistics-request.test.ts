import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import { GROUP_KEYS } from './session-statistics';
import { aggregationOffset, buildStatisticsRequest, periodFor, sharedSpan } from './statistics-request';

const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-24T14:32:10Z');
const span = { from: NOW - 6 * HOUR, to: NOW };
const queue = (n: number) => ({ queueId: `queue-${n}`, displayName: `q${n}` });
const farm = (queues: number) => ({
  farmId: 'farm-1',
  queues: Array.from({ length: queues }, (_, n) => queue(n)),
  fleets: [{ fleetId: 'fleet-1', displayName: 'spot' }],
});
const byQueue = { groupBy: ['QUEUE_ID'] as const };

test('aggregates all queues of a range and a zone by default', () => {
  expect(buildStatisticsRequest(farm(2), span, 'Asia/Kolkata', byQueue, ['SUM'])).toEqual({
    request: {
      farmId: 'farm-1',
      startTime: at('2026-11-24T08:32:00Z'),
      endTime: at('2026-11-24T14:32:00Z'),
      timezone: 'UTC+05:30',
      period: 'HOURLY',
      queueIds: ['queue-0', 'queue-1'],
      groupBy: ['QUEUE_ID'],
      statistics: ['SUM'],
    },
    offsetMs: 5.5 * HOUR,
    resources: { kind: 'queue', count: 2, leftOut: 0 },
    warnings: [],
  });
});

test.each([
  [3 * DAY, 'HOURLY'],
  [3 * DAY + 1, 'DAILY'],
  [62 * DAY, 'DAILY'],
  [62 * DAY + 1, 'WEEKLY'],
  [366 * DAY, 'WEEKLY'],
  [366 * DAY + 1, 'MONTHLY'],
])('aggregates %d ms %s', (length, period) => expect(periodFor({ from: 0, to: length })).toBe(period));

test('requests UTC for a zone at a quarter hour, with a warning', () => {
  const { offsetMs, warnings } = aggregationOffset(span, 'Asia/Kathmandu');
  expect(offsetMs).toBe(0);
  expect(warnings).toEqual([expect.stringContaining('Asia/Kathmandu is at UTC+05:45')]);
});

test('warns of a clock change in the range and uses the offset at its end', () => {
  const autumn = { from: at('2026-10-20T00:00:00Z'), to: at('2026-10-30T00:00:00Z') };
  const { offsetMs, warnings } = aggregationOffset(autumn, 'Europe/Berlin');
  expect(offsetMs).toBe(HOUR);
  expect(warnings).toEqual([expect.stringContaining('clocks of Europe/Berlin change')]);
  expect(aggregationOffset(span, 'Europe/Berlin').warnings).toEqual([]);
});

test('warns of a clock change and its reverse between equal ends', () => {
  const year = { from: at('2026-01-10T00:00:00Z'), to: at('2026-12-10T00:00:00Z') };
  expect(aggregationOffset(year, 'Europe/Berlin').warnings).toHaveLength(1);
});

test('requests the first ten of more than ten queues, with a warning', () => {
  const built = buildStatisticsRequest(farm(14), span, 'UTC', byQueue, ['SUM']);
  expect(built?.request.queueIds).toHaveLength(10);
  expect(built?.resources).toEqual({ kind: 'queue', count: 10, leftOut: 4 });
  expect(built?.warnings).toEqual([expect.stringContaining('4 queues left out')]);
});

test('requests chosen fleets without queues, and prefers queues to fleets', () => {
  const fleets = buildStatisticsRequest(farm(2), span, 'UTC', { ...byQueue, fleetIds: ['fleet-1'] }, ['SUM']);
  expect(fleets?.request).toMatchObject({ fleetIds: ['fleet-1'] });
  expect(fleets?.request).not.toHaveProperty('queueIds');
  const both = buildStatisticsRequest(
    farm(2),
    span,
    'UTC',
    { ...byQueue, queueIds: ['queue-1'], fleetIds: ['fleet-1'] },
    ['SUM'],
  );
  expect(both?.request).toMatchObject({ queueIds: ['queue-1'] });
  expect(both?.request).not.toHaveProperty('fleetIds');
});

test('builds no request for a farm without queues', () => {
  expect(buildStatisticsRequest(farm(0), span, 'UTC', byQueue, ['SUM'])).toBeUndefined();
});

test.each([
  ['HOURLY', 6 * HOUR, '2026-11-24T14:35:00Z', '2026-11-24T14:35:50Z', '2026-11-24T14:36:00Z'],
  ['DAILY', 30 * DAY, '2026-11-24T14:35:00Z', '2026-11-24T14:39:50Z', '2026-11-24T14:40:00Z'],
])('shares the request of a moving range for a while: %s', (period, length, ...times) => {
  const [first, later, next] = times.map((time) => {
    const to = at(time);
    return buildStatisticsRequest(farm(1), { from: to - length, to }, 'UTC', byQueue, ['SUM'])?.request;
  });
  expect(first).toMatchObject({ period, endTime: at(times[0] ?? '') });
  expect(later).toEqual(first);
  expect(next).not.toEqual(first);
});

test('keeps a range within one minute as it is', () => {
  const short = { from: at('2026-11-24T14:32:05Z'), to: at('2026-11-24T14:32:50Z') };
  expect(sharedSpan(short, 'HOURLY')).toEqual(short);
});

test('lengthens a period with too many buckets for the range, with a warning', () => {
  const requestFor = (length: number) =>
    buildStatisticsRequest(
      farm(1),
      { from: NOW - length, to: NOW },
      'UTC',
      { ...byQueue, period: 'HOURLY' },
      ['SUM'],
    );
  expect(requestFor(83 * DAY)).toMatchObject({ request: { period: 'HOURLY' }, warnings: [] });
  const sentence = expect.stringContaining('Hourly would be more than 2,000 bars');
  expect(requestFor(84 * DAY)).toMatchObject({ request: { period: 'DAILY' }, warnings: [sentence] });
  expect(requestFor(NOW)).toMatchObject({
    request: { period: 'MONTHLY' },
    warnings: [expect.stringContaining('monthly instead')],
  });
});

test('builds only requests that AWS accepts', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('UTC', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Chatham'),
      fc.integer({ min: 1, max: NOW }),
      fc.integer({ min: 1, max: 800 * DAY }),
      fc.uniqueArray(fc.constantFrom(...GROUP_KEYS), { minLength: 1, maxLength: 2 }),
      fc.integer({ min: 1, max: 30 }),
      (zone, from, length, groupBy, queues) => {
        const built = buildStatisticsRequest(farm(queues), { from, to: from + length }, zone, { groupBy }, [
          'SUM',
          'AVG',
        ]);
        expect(built?.request.timezone).toMatch(/^UTC[-+][01][0-9]:(30|00)$/);
        expect(built?.request.queueIds?.length).toBeLessThanOrEqual(10);
      },
    ),
    { numRuns: 50 },
  );
});
