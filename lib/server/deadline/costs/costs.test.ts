import { DeadlineClient, StartSessionsStatisticsAggregationCommand } from '@aws-sdk/client-deadline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { STATISTICS } from '@/lib/farm/session-statistics';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/duration';
import { pointAt, TEST_NOW, type TestAws, temporaryFolder } from '../../test-support';
import { listFarms } from '../list-farms';
import { listQueues } from '../list-queues';
import { Aggregations } from './aggregations';
import { ask, NoWaiting, type Session, startWithSessions } from './farm-for-test';

/** Records around 25 October 2026, when clocks in Berlin change, and in twelve queues in November. */
const at = (text: string) => Date.parse(text);
const clockChange: Session[] = Array.from({ length: 26 }, (_, hour) => ({
  ...{ farm: 'Studio', queue: 'clocks', user: 'ann', usageType: 'COMPUTE', costUsd: 1 },
  startedAt: at('2026-10-24T22:00:00Z') + hour * HOUR,
  endedAt: at('2026-10-24T22:00:00Z') + hour * HOUR + 59 * MINUTE,
}));
const twelveQueues: Session[] = Array.from({ length: 300 }, (_, n) => ({
  ...{ farm: 'Studio', queue: `q${n % 12}`, user: `user ${n}`, usageType: 'COMPUTE', costUsd: 0.01 },
  startedAt: at('2026-11-20T00:00:00Z') + (n % 4) * DAY + (n % 24) * HOUR,
  endedAt: at('2026-11-20T00:30:00Z') + (n % 4) * DAY + (n % 24) * HOUR,
}));

let aws: TestAws;
let folder: { folder: string; remove(): Promise<void> };
let timing: NoWaiting;
let aggregations: Aggregations;
let query: CostQuery;

beforeAll(async () => {
  folder = await temporaryFolder();
  aws = await startWithSessions(folder.folder, [...clockChange, ...twelveQueues], TEST_NOW);
  pointAt(aws.url);
  const farmId = (await listFarms(undefined)).data[0]?.farmId ?? '';
  const ids = (await listQueues(farmId)).data
    .filter(({ displayName }) => displayName.startsWith('q'))
    .map(({ queueId }) => queueId);
  query = {
    farmId,
    from: at('2026-11-20T00:00:00Z'),
    to: at('2026-11-24T00:00:00Z'),
    zone: 'UTC',
    period: 'DAILY',
    keys: ['QUEUE_ID', 'USER_ID'],
    statistics: STATISTICS,
    resources: { kind: 'queue', ids },
  };
});

beforeEach(() => {
  pointAt(aws.url);
  aws.clock.set(TEST_NOW);
  timing = new NoWaiting();
  aggregations = new Aggregations(timing);
});

afterEach(() => {
  aws.world.faults.clear();
  vi.restoreAllMocks();
});

afterAll(async () => {
  await aws.close();
  await folder.remove();
});

/** Counts the aggregations that really start from now on. */
function starts() {
  const { mock } = vi.spyOn(aws.world.farms, 'startAggregation');
  return {
    get requests() {
      return mock.calls
        .filter((_, call) => mock.settledResults[call]?.type === 'fulfilled')
        .map(([request]) => request);
    },
  };
}

/** The query for ten of the queues, which takes one aggregation. */
const few = (change = (ids: readonly string[]) => ids): CostQuery => ({
  ...query,
  resources: { ...query.resources, ids: change(query.resources.ids.slice(0, 10)) },
});

const total = ({ rows }: Costs) => [...rows.costUsd.sum.values].reduce((all, cost) => all + cost, 0);
const records = ({ rows }: Costs) => [...rows.count.values].reduce((all, count) => all + count, 0);

const fail = (operation: string, code: string, status: number, times: number, headers = {}) =>
  aws.world.faults.inject(
    operation,
    { kind: 'exception', code, status, message: 'secret of arn:aws:iam::123456789012:role/x', headers },
    times,
  );

function passTime(ms: number) {
  aws.clock.set(aws.clock.now() + ms);
  process.env.TRIPTYCH_NOW = new Date(aws.clock.now()).toISOString();
}

describe('an answer', () => {
  it('has all twelve queues, in two aggregations of ten and two', async () => {
    const started = starts();
    const { costs, progress } = await ask(query, { aggregations });
    expect(started.requests.map(({ queueIds }) => queueIds?.length)).toEqual([10, 2]);
    if (!costs) throw new Error('no costs');
    expect(total(costs)).toBeCloseTo(3, 9);
    expect(records(costs)).toBe(300);
    expect(costs.isCut).toBe(false);
    expect(costs.coverage).toEqual({ from: query.from, to: query.to });
    expect(progress.at(-1)).toMatchObject({ aggregation: 2, aggregationCount: 2 });
  });

  it('has a day of 25 hours where the clocks change', async () => {
    const queues = (await listQueues(query.farmId)).data;
    const ids = queues.filter(({ displayName }) => displayName === 'clocks').map(({ queueId }) => queueId);
    const { costs } = await ask(
      {
        ...query,
        from: at('2026-10-23T22:00:00Z'),
        to: at('2026-10-26T23:00:00Z'),
        zone: 'Europe/Berlin',
        resources: { kind: 'queue', ids },
      },
      { aggregations },
    );
    const rows = costs?.rows;
    const days = [...(rows?.bucket.values ?? [])].map((bucket, row) => {
      const span = rows?.buckets.spans[bucket] ?? { from: 0, to: 0 };
      return [new Date(span.from).toISOString(), (span.to - span.from) / HOUR, rows?.costUsd.sum.values[row]];
    });
    expect(days).toEqual([
      ['2026-10-24T22:00:00.000Z', 25, 25],
      ['2026-10-25T23:00:00.000Z', 24, 1],
    ]);
  });

  it('is read page by page once AWS has completed it', async () => {
    const { events } = await ask(query, { aggregations });
    const chunks = events.flatMap((event) => (event.type === 'rows' ? [event.chunk.count.length] : []));
    expect(Math.max(...chunks)).toBe(100);
    expect(chunks.length).toBeGreaterThan(3);
  });
});

describe('viewers of the same costs', () => {
  it('share one aggregation: ten at once, and another one later', async () => {
    const started = starts();
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(few(), { aggregations })));
    const later = await ask(
      few((ids) => ids.toReversed()),
      { aggregations },
    );
    expect(started.requests).toHaveLength(1);
    for (const { costs } of [...answers, later]) expect(costs && records(costs)).toBe(250);
  });

  it('share results until 55 minutes after the start', async () => {
    const started = starts();
    await ask(query, { aggregations });
    passTime(55 * MINUTE - 1);
    await ask(query, { aggregations });
    expect(started.requests).toHaveLength(2);
    passTime(1);
    const { costs } = await ask(query, { aggregations });
    expect(started.requests).toHaveLength(4);
    expect(costs?.asOf).toBe(TEST_NOW + 55 * MINUTE);
  });

  it('get newer figures when they want them, but not twice within seconds', async () => {
    const started = starts();
    await ask(query, { aggregations });
    await ask(query, { aggregations, fresh: true });
    expect(started.requests).toHaveLength(2);
    passTime(6 * SECOND);
    await ask(query, { aggregations, fresh: true });
    expect(started.requests).toHaveLength(4);
  });

  it('wait in one line for a farm, and see their place', async () => {
    const ranges = [0, 1, 2].map((hour) => ({ ...few(), from: query.from + hour * HOUR }));
    const answers = await Promise.all(ranges.map((each) => ask(each, { aggregations })));
    const places = answers.map(({ progress }) =>
      progress.flatMap((step) => (step.phase === 'line' ? [step.place] : [])),
    );
    expect(places).toEqual([[], [1], [2, 1]]);
    for (const { costs } of answers) expect(costs).toBeDefined();
  });
});

describe('when somebody else’s aggregation runs', () => {
  it('waits as AWS says, within limits, and shows it', async () => {
    fail('StartSessionsStatisticsAggregation', 'ThrottlingException', 429, 2, { 'retry-after': '7' });
    const { costs, progress } = await ask(query, { aggregations });
    expect(costs && records(costs)).toBe(300);
    expect(timing.waitedMs.slice(0, 2)).toEqual([7 * SECOND, 7 * SECOND]);
    expect(progress).toContainEqual(expect.objectContaining({ phase: 'busy', retryAfterSeconds: 7 }));
    fail('StartSessionsStatisticsAggregation', 'ThrottlingException', 429, 1, { 'retry-after': '86400' });
    timing.waitedMs.length = 0;
    await ask({ ...query, period: 'HOURLY' }, { aggregations });
    expect(timing.waitedMs[0]).toBe(60 * SECOND);
  });

  it('gives up after ten minutes, with AWS’s reason', async () => {
    fail('StartSessionsStatisticsAggregation', 'ThrottlingException', 429, 100, { 'retry-after': '60' });
    const { failure } = await ask(query, { aggregations });
    expect(failure).toMatchObject({
      status: 'PROBLEM',
      problem: { code: 'ThrottlingException', status: 429 },
    });
    expect(timing.waitedMs).toHaveLength(10);
  });

  it('completes after a real one', async () => {
    const client = new DeadlineClient({
      ...{ endpoint: aws.url, disableHostPrefix: true, region: 'us-east-1', maxAttempts: 1 },
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    await client.send(
      new StartSessionsStatisticsAggregationCommand({
        ...{ farmId: query.farmId, groupBy: ['JOB_ID', 'USER_ID'], statistics: ['SUM'], period: 'HOURLY' },
        startTime: new Date(query.from),
        endTime: new Date(query.to),
        resourceIds: { queueIds: query.resources.ids.slice(0, 10) },
      }),
    );
    const { costs } = await ask(query, { aggregations });
    expect(costs && records(costs)).toBe(300);
  });
});

describe('a failure', () => {
  it.each(['FAILED', 'TIMEOUT'])(
    '%s has AWS’s message and no rows, and is not shared with later viewers',
    async (status) => {
      const row = { count: 1, costInUsd: { sum: 1 }, runtimeInSeconds: { sum: 1 } };
      const times = {
        aggregationStartTime: '2026-11-20T00:00:00Z',
        aggregationEndTime: '2026-11-21T00:00:00Z',
      };
      const text = JSON.stringify({
        statistics: [{ ...row, ...times }],
        status,
        statusMessage: 'arn:aws:deadline:us-east-1:123456789012:farm/f is too large.',
      });
      const answer = { kind: 'text', status: 200, text, contentType: 'application/json' } as const;
      aws.world.faults.inject('GetSessionsStatisticsAggregation', answer, 1);
      const { failure, events } = await ask(query, { aggregations });
      expect(failure).toEqual({ status, statusMessage: '(a resource) is too large.' });
      expect(events.some(({ type }) => type === 'rows')).toBe(false);
      const { costs } = await ask(query, { aggregations });
      expect(costs && records(costs)).toBe(300);
    },
  );

  it('names the missing permission, and no account', async () => {
    fail('StartSessionsStatisticsAggregation', 'AccessDeniedException', 403, 1);
    const { failure } = await ask(query, { aggregations });
    expect(failure).toMatchObject({
      status: 'PROBLEM',
      problem: { message: expect.stringContaining('deadline:StartSessionsStatisticsAggregation') },
    });
    expect(JSON.stringify(failure)).not.toMatch(/arn:|123456789012/);
  });

  it.each([
    ['a number as text', { count: 1, costInUsd: { sum: '1.5' }, runtimeInSeconds: {} }],
    ['NaN', { count: 1, costInUsd: { sum: 'NaN' }, runtimeInSeconds: {} }],
    ['no count', { costInUsd: { sum: 1 }, runtimeInSeconds: {} }],
    ['no cost', { count: 1, runtimeInSeconds: {} }],
  ])('refuses rows with %s', async (_, row) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const times = {
      aggregationStartTime: '2026-11-20T00:00:00Z',
      aggregationEndTime: '2026-11-21T00:00:00Z',
    };
    const text = JSON.stringify({ status: 'COMPLETED', statistics: [{ ...row, ...times }] });
    const answer = { kind: 'text', status: 200, text, contentType: 'application/json' } as const;
    aws.world.faults.inject('GetSessionsStatisticsAggregation', answer, 1);
    const { failure } = await ask(query, { aggregations });
    expect(failure).toMatchObject({ problem: { code: 'BadAnswer' } });
  });

  it('of a page continues with that page, without another aggregation', async () => {
    const started = starts();
    const first = await ask(query, {
      aggregations,
      onEvent: ({ type }) => {
        if (type === 'rows' && started.requests.length === 1)
          fail('GetSessionsStatisticsAggregation', 'ValidationException', 400, 1);
      },
    });
    expect(first.failure).toMatchObject({ problem: { code: 'ValidationException' } });
    aws.world.faults.clear();
    const { costs } = await ask(query, { aggregations });
    expect(costs && records(costs)).toBe(300);
    expect(started.requests).toHaveLength(2);
  });

  it('to find the results starts over once', async () => {
    const started = starts();
    fail('GetSessionsStatisticsAggregation', 'ResourceNotFoundException', 404, 1);
    expect((await ask(query, { aggregations })).costs).toBeDefined();
    expect(started.requests).toHaveLength(3);
    fail('GetSessionsStatisticsAggregation', 'ResourceNotFoundException', 404, 2);
    const { failure } = await ask({ ...query, period: 'HOURLY' }, { aggregations });
    expect(failure).toMatchObject({ problem: { code: 'ResourceNotFoundException' } });
  });
});

describe('a viewer who leaves', () => {
  const pages = () => vi.spyOn(aws.world.farms.aggregations.table, 'rows');

  it('stops the reading of pages, and who comes later reads the rest', async () => {
    const read = pages();
    const left = new AbortController();
    const first = await ask(query, {
      aggregations,
      signal: left.signal,
      onEvent: ({ type }) => type === 'rows' && left.abort(),
    });
    expect([first.costs, first.failure]).toEqual([undefined, undefined]);
    const readCount = read.mock.calls.length;
    expect(readCount).toBeLessThan(4);
    const started = starts();
    const { costs } = await ask(query, { aggregations });
    expect(costs && records(costs)).toBe(300);
    expect(started.requests.length).toBeLessThan(2);
  });

  it('leaves the line', async () => {
    const started = starts();
    const left = new AbortController();
    const running = ask(query, { aggregations });
    const leaving = ask(
      { ...query, period: 'HOURLY' },
      {
        aggregations,
        signal: left.signal,
        onEvent: (event) => event.type === 'progress' && event.progress.phase === 'line' && left.abort(),
      },
    );
    expect((await leaving).costs).toBeUndefined();
    expect((await running).costs).toBeDefined();
    expect(started.requests.map(({ period }) => period)).toEqual(['DAILY', 'DAILY']);
  });

  it('does not end what others wait for', async () => {
    const left = new AbortController();
    const leaving = ask(query, { aggregations, signal: left.signal, onEvent: () => left.abort() });
    const { costs } = await ask(query, { aggregations });
    await leaving;
    expect(costs && records(costs)).toBe(300);
  });
});
