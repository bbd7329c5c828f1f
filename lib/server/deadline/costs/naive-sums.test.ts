import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AGGREGATION_PERIODS, type AggregationPeriod, STATISTICS } from '@/lib/farm/session-statistics';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { DAY, MINUTE } from '@/lib/time/duration';
import { wallTime, zoneOffset } from '@/lib/time/zone';
import { NoWaiting } from '../../aws/timing-for-test';
import { pointAt, TEST_NOW, temporaryFolder } from '../../test-support';
import { listFarms } from '../list-farms';
import { listQueues } from '../list-queues';
import { Aggregations } from './aggregations';
import { ask, type Session, startWithSessions } from './farm-for-test';

/** Clocks change on 4 October (Lord Howe), 25 October (Berlin) and 1 November (Los Angeles). */
const START = Date.parse('2026-10-01T05:00:00Z');
const STEP = 5 * MINUTE;
const STEPS = (35 * DAY) / STEP;

const session = fc.record({
  queue: fc.integer({ min: 0, max: 13 }).map((n) => `q${n}`),
  user: fc.constantFrom('ann', 'bo', 'cy'),
  usageType: fc.constantFrom('COMPUTE', 'LICENSE', 'PERSISTENT_VOLUME'),
  startedAt: fc.integer({ min: 0, max: STEPS * 5 }).map((minute) => START + minute * MINUTE),
  minutes: fc.integer({ min: 0, max: 300 }),
  cents: fc.integer({ min: 0, max: 100_000 }),
});

const farm = fc.record({
  sessions: fc.array(session, { minLength: 90, maxLength: 180 }),
  zone: fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'America/Los_Angeles',
    'Asia/Kathmandu',
  ),
  period: fc.constantFrom(...AGGREGATION_PERIODS),
  from: fc.integer({ min: 0, max: STEPS / 2 }),
  steps: fc.integer({ min: 1, max: STEPS / 2 }),
});

const pad = (n: number) => String(n).padStart(2, '0');

/** The bucket of an instant by the calendar and the clock of a zone, as text. */
function bucketText(instant: number, period: AggregationPeriod, zone: string): string {
  const { year, month, day, hour } = wallTime(instant, zone);
  const monday = new Date(Date.UTC(year, month - 1, day));
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  const date = `${year}-${pad(month)}-${pad(day)}`;
  switch (period) {
    case 'HOURLY':
      return `${date} ${pad(hour)} at ${zoneOffset(instant, zone)}`;
    case 'DAILY':
      return date;
    case 'WEEKLY':
      return monday.toISOString().slice(0, 10);
    case 'MONTHLY':
      return `${year}-${pad(month)}`;
  }
}

type Sums = { count: number; sum: number; min: number; max: number; avg: number; runtime: number };

function naiveSums(sessions: readonly Session[], keyOf: (session: Session) => string): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const each of sessions) {
    const { costUsd, endedAt, startedAt } = each;
    const known = sums.get(keyOf(each));
    const count = (known?.count ?? 0) + 1;
    const sum = (known?.sum ?? 0) + costUsd;
    sums.set(keyOf(each), {
      ...{ count, sum, avg: sum / count },
      min: Math.min(known?.min ?? costUsd, costUsd),
      max: Math.max(known?.max ?? costUsd, costUsd),
      runtime: (known?.runtime ?? 0) + (endedAt - startedAt) / 1000,
    });
  }
  return sums;
}

/** The sums in an answer by user, usage type and bucket. */
function answeredSums({ rows, coverage }: Costs, period: AggregationPeriod, zone: string): Map<string, Sums> {
  const [users, types] = [rows.valuesOf('USER_ID'), rows.valuesOf('USAGE_TYPE')];
  const sums = new Map<string, Sums>();
  for (let row = 0; row < rows.length; row++) {
    const from = rows.buckets.spans[rows.bucket.values[row] ?? -1]?.from ?? Number.NaN;
    const bucket = bucketText(Math.max(from, coverage.from), period, zone);
    const at = (column: { values: Float64Array }) => column.values[row] ?? Number.NaN;
    const { sum, min, max, avg } = rows.costUsd;
    sums.set(`${users.ids[users.index[row] ?? -1]} ${types.ids[types.index[row] ?? -1]} ${bucket}`, {
      ...{ count: at(rows.count), sum: at(sum), min: at(min), max: at(max) },
      ...{ avg: at(avg), runtime: at(rows.runtimeSeconds.sum) },
    });
  }
  return sums;
}

it('has the sums of the sessions themselves, whatever the zone, the period and the number of queues', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(farm, { minLength: 8, maxLength: 8 }), async (farms) => {
      const { folder, remove } = await temporaryFolder();
      const sessionsOf = farms.map(({ sessions }, n): Session[] =>
        sessions.map(({ minutes, cents, ...rest }) => ({
          ...{ ...rest, farm: `Farm ${n}`, endedAt: rest.startedAt + minutes * MINUTE, costUsd: cents / 100 },
        })),
      );
      const aws = await startWithSessions(folder, sessionsOf.flat(), TEST_NOW);
      try {
        pointAt(aws.url);
        const aggregations = new Aggregations(new NoWaiting());
        const known = (await listFarms(undefined)).data;
        expect(known).toHaveLength(farms.length);
        for (const { farmId, displayName } of known) {
          const index = Number(displayName.slice('Farm '.length));
          const { zone = 'UTC', period = 'DAILY', from = 0, steps = 1 } = farms[index] ?? {};
          const span = { from: START + from * STEP, to: START + (from + steps) * STEP };
          const ids = (await listQueues(farmId)).data.map(({ queueId }) => queueId);
          expect(ids.length).toBeGreaterThan(10);
          const { costs } = await ask(
            {
              ...{ farmId, ...span, zone, period, keys: ['USER_ID'], statistics: STATISTICS },
              resources: { kind: 'queue', ids },
            },
            { aggregations },
          );
          if (!costs) throw new Error('no costs');
          const shownZone = zone === 'Asia/Kathmandu' ? 'UTC' : zone;
          const inRange = (sessionsOf[index] ?? []).filter(
            ({ startedAt }) => startedAt >= span.from && startedAt < span.to,
          );
          const naive = naiveSums(
            inRange,
            ({ user, usageType, startedAt }) =>
              `${user} ${usageType} ${bucketText(startedAt, period, shownZone)}`,
          );
          const answered = answeredSums(costs, period, shownZone);
          expect([...answered.keys()].sort()).toEqual([...naive.keys()].sort());
          for (const [key, sums] of naive) {
            for (const name of ['count', 'sum', 'min', 'max', 'avg', 'runtime'] as const)
              expect(answered.get(key)?.[name], `${name} of ${key}`).toBeCloseTo(sums[name], 6);
          }
        }
      } finally {
        await aws.close();
        await remove();
      }
    }),
    // Shrinking would take minutes.
    { numRuns: 4, endOnFailure: true },
  );
}, 120_000);
