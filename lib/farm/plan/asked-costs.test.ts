import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import { GROUP_KEYS } from '../session-statistics';
import { askedCosts } from './asked-costs';
import { periodFor } from './periods';
import { MAX_AGGREGATIONS, planAggregations } from './plan-aggregations';
import { sharedSpan } from './shared-span';

const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-24T14:32:10Z');
const span = { from: NOW - 6 * HOUR, to: NOW };
const queue = (n: number) => ({ queueId: `queue-${n}`, displayName: `q${n}` });
const farm = (queues: number, partial = false) => ({
  farmId: 'farm-1',
  queues: { data: Array.from({ length: queues }, (_, n) => queue(n)), asOf: NOW, partial, warnings: [] },
});
const byQueue = { groupBy: ['QUEUE_ID'] as const };

test('asks for all queues of a range and a zone by default', () => {
  expect(askedCosts(farm(12), span, 'Asia/Kolkata', byQueue, ['SUM'])).toEqual({
    groupBy: ['QUEUE_ID'],
    filters: [],
    query: {
      farmId: 'farm-1',
      from: at('2026-11-24T08:32:00Z'),
      to: at('2026-11-24T14:32:00Z'),
      zone: 'Asia/Kolkata',
      period: 'HOURLY',
      keys: ['QUEUE_ID'],
      statistics: ['SUM'],
      resources: { kind: 'queue', ids: farm(12).queues.data.map(({ queueId }) => queueId) },
    },
    isWholeFarm: true,
    notes: [],
  });
});

test.each([
  [2 * DAY, 'HOURLY'],
  [2 * DAY + HOUR, 'HOURLY'],
  [2 * DAY + HOUR + 1, 'DAILY'],
  [92 * DAY, 'DAILY'],
  [93 * DAY, 'WEEKLY'],
  [366 * DAY, 'WEEKLY'],
  [367 * DAY, 'MONTHLY'],
])('adds up %d ms %s', (length, period) => expect(periodFor({ from: 0, to: length })).toBe(period));

test('is of the whole farm only with all queues', () => {
  const isWhole = (queueIds: string[], partial = false) =>
    askedCosts(farm(2, partial), span, 'UTC', { ...byQueue, queueIds }, ['SUM'])?.isWholeFarm;
  expect(isWhole([])).toBe(true);
  expect(isWhole(['queue-1', 'queue-0'])).toBe(true);
  expect(isWhole(['queue-1'])).toBe(false);
  expect(isWhole([], true), 'AWS may have more queues').toBe(false);
  expect(isWhole(['queue-0', 'queue-1', 'queue-2']), 'a queue that AWS no longer lists').toBe(false);
  const emptied = askedCosts(farm(0), span, 'UTC', { ...byQueue, queueIds: ['queue-0'] }, ['SUM']);
  expect(emptied?.isWholeFarm, 'of a farm without queues').toBe(false);
  const unknown = { farmId: 'farm-1', queues: undefined };
  expect(askedCosts(unknown, span, 'UTC', { ...byQueue, queueIds: ['queue-1'] }, ['SUM'])).toMatchObject({
    isWholeFarm: false,
  });
  expect(askedCosts(unknown, span, 'UTC', byQueue, ['SUM'])).toBeUndefined();
});

test('asks for chosen fleets without queues, and prefers queues to fleets', () => {
  const resourcesOf = (queueIds: string[]) =>
    askedCosts(farm(2), span, 'UTC', { ...byQueue, queueIds, fleetIds: ['fleet-1'] }, ['SUM']);
  expect(resourcesOf([])).toMatchObject({
    query: { resources: { kind: 'fleet', ids: ['fleet-1'] } },
    isWholeFarm: false,
  });
  expect(resourcesOf(['queue-1'])?.query.resources).toEqual({ kind: 'queue', ids: ['queue-1'] });
});

test('asks for nothing of a farm without queues', () => {
  expect(askedCosts(farm(0), span, 'UTC', byQueue, ['SUM'])).toBeUndefined();
});

test('asks for the first 500 of more queues, with a note, and never calls them the farm', () => {
  const asked = askedCosts(farm(501), span, 'UTC', byQueue, ['SUM']);
  expect(asked?.query.resources.ids).toHaveLength(500);
  expect(asked).toMatchObject({
    isWholeFarm: false,
    notes: ['These are the first 500 queues of 501. Choose queues to see others.'],
  });
});

test.each([
  ['HOURLY', 6 * HOUR, '2026-11-24T14:35:00Z', '2026-11-24T14:35:50Z', '2026-11-24T14:36:00Z'],
  ['DAILY', 30 * DAY, '2026-11-24T14:35:00Z', '2026-11-24T14:39:50Z', '2026-11-24T14:40:00Z'],
])('shares the query of a moving range for a while: %s', (period, length, ...times) => {
  const [first, later, next] = times.map((time) => {
    const to = at(time);
    return askedCosts(farm(1), { from: to - length, to }, 'UTC', byQueue, ['SUM'])?.query;
  });
  expect(first).toMatchObject({ period, to: at(times[0] ?? '') });
  expect(later).toEqual(first);
  expect(next).not.toEqual(first);
});

test('keeps a range within one minute as it is', () => {
  const short = { from: at('2026-11-24T14:32:05Z'), to: at('2026-11-24T14:32:50Z') };
  expect(sharedSpan(short, 'HOURLY')).toEqual(short);
});

test('lengthens a period with too many buckets for the range, with a note', () => {
  const askedFor = (length: number) =>
    askedCosts(farm(1), { from: NOW - length, to: NOW }, 'UTC', { ...byQueue, period: 'HOURLY' }, ['SUM']);
  expect(askedFor(83 * DAY)).toMatchObject({ query: { period: 'HOURLY' }, notes: [] });
  const sentence = expect.stringContaining('Hourly would be more than 2,000 bars');
  expect(askedFor(84 * DAY)).toMatchObject({ query: { period: 'DAILY' }, notes: [sentence] });
  expect(askedFor(NOW)).toMatchObject({
    query: { period: 'MONTHLY' },
    notes: [expect.stringContaining('monthly instead')],
  });
});

test('plans only requests that AWS accepts', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('UTC', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Chatham'),
      fc.integer({ min: at('2020-01-01T00:00:00Z'), max: NOW }),
      fc.integer({ min: 1, max: 800 * DAY }),
      fc.uniqueArray(fc.constantFrom(...GROUP_KEYS), { minLength: 1, maxLength: 2 }),
      fc.integer({ min: 1, max: 30 }),
      (zone, from, length, groupBy, queues) => {
        const asked = askedCosts(farm(queues), { from, to: from + length }, zone, { groupBy }, [
          'SUM',
          'AVG',
        ]);
        if (!asked) throw new Error('nothing asked');
        const { requests } = planAggregations(asked.query);
        expect(requests.length).toBeGreaterThan(0);
        for (const { request } of requests) {
          expect(request.timezone).toMatch(/^UTC[-+][01][0-9]:(30|00)$/);
          expect(request.queueIds?.length).toBeLessThanOrEqual(10);
          expect(request.groupBy.length).toBeLessThanOrEqual(2);
          expect(request.endTime).toBeGreaterThan(request.startTime);
        }
      },
    ),
    { numRuns: 50 },
  );
});

test('asks for as many queues as fit into the aggregations of an answer, whatever the clocks do', () => {
  const zone = 'Europe/Berlin';
  const range = (from: string, to: string) => ({ from: at(from), to: at(to) });
  for (const [span, count] of [
    [range('2026-11-01T00:00Z', '2026-11-20T00:00Z'), 500],
    [range('2026-10-01T00:00Z', '2026-11-20T00:00Z'), 500],
    [range('2026-01-01T00:00Z', '2026-11-20T00:00Z'), 330],
    [range('2021-06-01T00:00Z', '2026-11-20T00:00Z'), 80],
  ] as const) {
    const asked = askedCosts(farm(600), span, zone, byQueue, ['SUM']);
    expect(asked?.query.resources.ids).toHaveLength(count);
    expect(asked?.isWholeFarm).toBe(false);
    expect(asked?.notes.join()).toContain(`These are the first ${count} queues of 600`);
    expect(asked && planAggregations(asked.query).requests.length).toBeLessThanOrEqual(MAX_AGGREGATIONS);
  }
});
