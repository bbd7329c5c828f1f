import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { bucketsOf } from '../buckets';
import { LocalBuckets } from '../plan/local-buckets';
import { offsetSegments } from '../plan/offset-segments';
import {
  AGGREGATION_PERIODS,
  type AggregationPeriod,
  type SessionStatistics,
  type Stats,
} from '../session-statistics';
import { CostRows } from './cost-rows';

const at = (text: string) => Date.parse(text);

type Session = {
  startedAt: number;
  queueId: string;
  userId: string;
  costUsd: number;
  runtimeSeconds: number;
};

const statsOf = (values: readonly number[]): Required<Stats> => {
  const sum = values.reduce((a, b) => a + b, 0);
  return { min: Math.min(...values), max: Math.max(...values), avg: sum / values.length, sum };
};

/** Groups sessions as a text key, and computes a row for each group. */
function grouped<Row>(
  sessions: readonly Session[],
  keyOf: (session: Session) => string,
  rowOf: (of: Session[]) => Row,
) {
  const groups = new Map<string, Session[]>();
  for (const session of sessions)
    groups.set(keyOf(session), [...(groups.get(keyOf(session)) ?? []), session]);
  return new Map([...groups].map(([key, of]) => [key, rowOf(of)]));
}

const amountsOf = (of: readonly Session[]) => ({
  count: of.length,
  costUsd: statsOf(of.map(({ costUsd }) => costUsd)),
  runtimeSeconds: statsOf(of.map(({ runtimeSeconds }) => runtimeSeconds)),
});

/** The rows that AWS answers with for sessions at one offset, grouped by user. */
function aggregated(
  sessions: readonly Session[],
  period: AggregationPeriod,
  offsetMs: number,
): SessionStatistics[] {
  const bucketFrom = ({ startedAt }: Session) =>
    bucketsOf({ from: startedAt, to: startedAt + 1 }, period, offsetMs)[0] ?? { from: 0, to: 0 };
  const rows = grouped(
    sessions,
    (session) => `${session.userId} ${bucketFrom(session).from}`,
    (of) => {
      const [first] = of;
      return {
        ...amountsOf(of),
        userId: first?.userId ?? '',
        ...(first && bucketFrom(first)),
      } as SessionStatistics;
    },
  );
  return [...rows.values()];
}

const START = at('2026-10-20T05:00:00Z');
const MINUTES = 12 * 24 * 60;
const sessions = fc.array(
  fc.record({
    startedAt: fc.integer({ min: 0, max: MINUTES - 1 }).map((minute) => START + minute * MINUTE),
    queueId: fc.integer({ min: 0, max: 24 }).map((n) => `queue-${n}`),
    userId: fc.constantFrom('ann', 'bo', 'cy'),
    costUsd: fc.integer({ min: 0, max: 1000 }).map((cents) => cents / 100),
    runtimeSeconds: fc.integer({ min: 0, max: 4000 }),
  }),
  { maxLength: 60 },
);

describe('CostRows', () => {
  it('merges aggregations of ten queues and of one offset each to what one of all would be', () => {
    fc.assert(
      fc.property(
        sessions,
        fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/Los_Angeles', 'UTC'),
        fc.constantFrom(...AGGREGATION_PERIODS),
        (all, zone, period) => {
          const { segments } = offsetSegments({ from: START, to: START + MINUTES * MINUTE }, zone);
          const buckets = new LocalBuckets(segments, period);
          const rows = new CostRows(['USER_ID'], buckets);
          for (let group = 0; group < 3; group++) {
            for (const [i, { from, to, offsetMs }] of segments.entries()) {
              const own = all.filter(
                ({ startedAt, queueId }) =>
                  startedAt >= from && startedAt < to && Math.floor(Number(queueId.slice(6)) / 10) === group,
              );
              expect(rows.add(aggregated(own, period, offsetMs), i)).toBe(0);
            }
          }
          const bucketIndex = ({ startedAt }: Session) =>
            buckets.spans.findIndex(({ from, to }) => startedAt >= from && startedAt < to);
          const naive = grouped(all, (session) => `${session.userId} ${bucketIndex(session)}`, amountsOf);
          const { ids, index } = rows.valuesOf('USER_ID');
          expect(rows.length).toBe(naive.size);
          for (let row = 0; row < rows.length; row++) {
            const expected = naive.get(`${ids[index[row] ?? 0]} ${rows.bucket.values[row]}`);
            expect(rows.count.values[row]).toBe(expected?.count);
            for (const measure of ['costUsd', 'runtimeSeconds'] as const) {
              for (const member of ['min', 'max', 'avg', 'sum'] as const) {
                expect(rows[measure][member].values[row]).toBeCloseTo(
                  expected?.[measure][member] ?? Number.NaN,
                  6,
                );
              }
            }
          }
        },
      ),
    );
  });

  it('keeps statistics that were not asked for unknown, and counts rows outside the range', () => {
    const span = { from: START, to: START + HOUR };
    const rows = new CostRows(
      ['QUEUE_ID', 'USER_ID'],
      new LocalBuckets([{ ...span, offsetMs: 0 }], 'HOURLY'),
    );
    const row = { count: 2, costUsd: { sum: 3 }, runtimeSeconds: { sum: 60 }, from: START, to: START + HOUR };
    expect(
      rows.add(
        [
          { ...row, queueId: 'a' },
          { ...row, from: START + 2 * HOUR },
        ],
        0,
      ),
    ).toBe(1);
    rows.add([{ ...row, queueId: 'a', count: 1 }], 0);
    expect(rows.length).toBe(1);
    expect([rows.costUsd.sum.values[0], rows.count.values[0]]).toEqual([6, 3]);
    expect(rows.costUsd.min.values[0]).toBeNaN();
    expect(rows.valuesOf('USER_ID').ids).toEqual(['']);
    expect(() => rows.valuesOf('JOB_ID')).toThrow('JOB_ID');
  });

  it('remembers the name of a job', () => {
    const rows = new CostRows(
      ['JOB_ID'],
      new LocalBuckets([{ from: START, to: START + HOUR, offsetMs: 0 }], 'HOURLY'),
    );
    const row = { count: 1, costUsd: {}, runtimeSeconds: {}, from: START, to: START + HOUR };
    rows.add([{ ...row, jobId: 'job-1', jobName: 'sh010_comp' }], 0);
    expect(rows.jobNames.get('job-1')).toBe('sh010_comp');
  });
});
