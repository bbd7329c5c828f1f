import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import { aggregationOffset, buildAsk, periodFor } from './ask';
import { GROUP_KEYS } from './session-statistics';

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

test('a range, a zone and the defaults make an aggregation of all queues', () => {
  expect(buildAsk(farm(2), span, 'Asia/Kolkata', byQueue, ['SUM'])).toEqual({
    ask: {
      farmId: 'farm-1',
      startTime: span.from,
      endTime: span.to,
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
])('%d ms are added up %s', (length, period) => expect(periodFor({ from: 0, to: length })).toBe(period));

test('a zone at a quarter hour is asked in UTC, and it is said', () => {
  const { offsetMs, warnings } = aggregationOffset(span, 'Asia/Kathmandu');
  expect(offsetMs).toBe(0);
  expect(warnings).toEqual([expect.stringContaining('Asia/Kathmandu is at UTC+05:45')]);
});

test('a change of the clocks in the range is said; the offset is that of the end', () => {
  const autumn = { from: at('2026-10-20T00:00:00Z'), to: at('2026-10-30T00:00:00Z') };
  const { offsetMs, warnings } = aggregationOffset(autumn, 'Europe/Berlin');
  expect(offsetMs).toBe(HOUR);
  expect(warnings).toEqual([expect.stringContaining('clocks of Europe/Berlin change')]);
  expect(aggregationOffset(span, 'Europe/Berlin').warnings).toEqual([]);
});

test('a change there and back between equal ends is said too', () => {
  const year = { from: at('2026-01-10T00:00:00Z'), to: at('2026-12-10T00:00:00Z') };
  expect(aggregationOffset(year, 'Europe/Berlin').warnings).toHaveLength(1);
});

test('of more than ten queues the first ten are asked about, and it is said', () => {
  const built = buildAsk(farm(14), span, 'UTC', byQueue, ['SUM']);
  expect(built?.ask.queueIds).toHaveLength(10);
  expect(built?.resources).toEqual({ kind: 'queue', count: 10, leftOut: 4 });
  expect(built?.warnings).toEqual([expect.stringContaining('4 queues left out')]);
});

test('chosen fleets are asked about without queues; queues win over fleets', () => {
  const fleets = buildAsk(farm(2), span, 'UTC', { ...byQueue, fleetIds: ['fleet-1'] }, ['SUM']);
  expect(fleets?.ask).toMatchObject({ fleetIds: ['fleet-1'] });
  expect(fleets?.ask).not.toHaveProperty('queueIds');
  const both = buildAsk(farm(2), span, 'UTC', { ...byQueue, queueIds: ['queue-1'], fleetIds: ['fleet-1'] }, [
    'SUM',
  ]);
  expect(both?.ask).toMatchObject({ queueIds: ['queue-1'] });
  expect(both?.ask).not.toHaveProperty('fleetIds');
});

test('a farm without queues has nothing to ask about', () => {
  expect(buildAsk(farm(0), span, 'UTC', byQueue, ['SUM'])).toBeUndefined();
});

test('every ask is one that AWS takes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('UTC', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Chatham'),
      fc.integer({ min: 1, max: NOW }),
      fc.integer({ min: 1, max: 800 * DAY }),
      fc.uniqueArray(fc.constantFrom(...GROUP_KEYS), { minLength: 1, maxLength: 2 }),
      fc.integer({ min: 1, max: 30 }),
      (zone, from, length, groupBy, queues) => {
        const built = buildAsk(farm(queues), { from, to: from + length }, zone, { groupBy }, ['SUM', 'AVG']);
        expect(built?.ask.timezone).toMatch(/^UTC[-+][01][0-9]:(30|00)$/);
        expect(built?.ask.queueIds?.length).toBeLessThanOrEqual(10);
      },
    ),
    { numRuns: 50 },
  );
});
