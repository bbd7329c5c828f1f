import {
  DeadlineClient,
  GetSessionsStatisticsAggregationCommand,
  type GetSessionsStatisticsAggregationRequest,
  StartSessionsStatisticsAggregationCommand,
  type StartSessionsStatisticsAggregationRequest,
} from '@aws-sdk/client-deadline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import { type StartedForTest, startForTest, TEST_NOW } from '../../started-for-test';
import type { WorldOptions } from '../../world';
import { settledPage } from '../statistics/settled-for-test';

const opened: StartedForTest[] = [];
afterEach(async () => {
  for (const local of opened.splice(0)) await local.close();
});

async function open(options: Partial<WorldOptions> = {}) {
  const local = await startForTest(options);
  opened.push(local);
  return connect(local);
}

function connect(local: StartedForTest) {
  const client = new DeadlineClient(local.clientConfig);
  const [farm, other] = local.world.farms.farms;
  const farmId = farm?.farmId ?? '';

  const start = async (change: Partial<StartSessionsStatisticsAggregationRequest> = {}) => {
    const { aggregationId } = await client.send(
      new StartSessionsStatisticsAggregationCommand({
        farmId,
        resourceIds: { queueIds: farm?.queues.map(({ queueId }) => queueId) ?? [] },
        startTime: new Date(TEST_NOW - 3 * DAY),
        endTime: new Date(TEST_NOW),
        groupBy: ['QUEUE_ID'],
        statistics: ['SUM'],
        ...change,
      }),
    );
    return { farmId, aggregationId };
  };
  const get = (input: GetSessionsStatisticsAggregationRequest) =>
    client.send(new GetSessionsStatisticsAggregationCommand(input));
  const settled = (input: GetSessionsStatisticsAggregationRequest) => settledPage(client, input);
  return { otherFarmId: other?.farmId ?? '', start, get, settled };
}

const notFound = { name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } };
const badToken = {
  name: 'ValidationException',
  $metadata: { httpStatusCode: 400 },
  fieldList: [{ name: 'nextToken' }],
};

describe('GetSessionsStatisticsAggregation', () => {
  let local: StartedForTest;
  let shared: ReturnType<typeof connect>;
  beforeAll(async () => {
    local = await startForTest();
    shared = connect(local);
  });
  beforeEach(() => local.clock.set(TEST_NOW));
  afterAll(() => local.close());

  it('returns the requested keys and statistics, and no others', async () => {
    const { start, settled } = shared;
    const page = await settled(
      await start({ groupBy: ['USAGE_TYPE', 'JOB_ID'], statistics: ['MAX', 'AVG'] }),
    );
    expect(page.status).toBe('COMPLETED');
    expect(page.statusMessage).toBeUndefined();
    const { $metadata, ...row } = { $metadata: 0, ...page.statistics?.[0] };
    expect(row).toEqual({
      jobId: expect.stringMatching(/^job-[0-9a-f]{32}$/),
      jobName: expect.stringMatching(/^sq\d{3}_sh\d{4}_\w+_v\d{3}$/),
      usageType: 'COMPUTE',
      count: expect.any(Number),
      costInUsd: { max: expect.any(Number), avg: expect.any(Number) },
      runtimeInSeconds: { max: expect.any(Number), avg: expect.any(Number) },
      aggregationStartTime: new Date('2026-11-21T00:00:00Z'),
      aggregationEndTime: new Date('2026-11-22T00:00:00Z'),
    });
  });

  it('groups by days in UTC by default', async () => {
    const { start, settled } = shared;
    const times = async (change: object) => {
      const { statistics } = await settled(await start({ groupBy: ['USAGE_TYPE'], ...change }));
      return [...new Set(statistics?.map((row) => row.aggregationStartTime?.toISOString()))];
    };
    expect(await times({})).toEqual([
      '2026-11-21T00:00:00.000Z',
      '2026-11-22T00:00:00.000Z',
      '2026-11-23T00:00:00.000Z',
      '2026-11-24T00:00:00.000Z',
    ]);
    expect(await times({ timezone: 'UTC+05:30', period: 'WEEKLY' })).toEqual([
      '2026-11-15T18:30:00.000Z',
      '2026-11-22T18:30:00.000Z',
    ]);
  });

  it('omits the member of a key that a record lacks', async () => {
    const { start, settled } = shared;
    const { statistics } = await settled(await start({ groupBy: ['USAGE_TYPE', 'LICENSE_PRODUCT'] }));
    const without = statistics?.filter((row) => !('licenseProduct' in row)).map((row) => row.usageType);
    expect(new Set(without)).toEqual(new Set(['COMPUTE', 'PERSISTENT_VOLUME']));
  });

  it('returns every row once in pages', async () => {
    const { start, settled, get } = shared;
    const started = await start({ groupBy: ['QUEUE_ID', 'USER_ID'] });
    const whole = await settled(started);
    let page = await get({ ...started, maxResults: 40, nextToken: '' });
    const rows = [...(page.statistics ?? [])];
    while (page.nextToken) {
      page = await get({ ...started, maxResults: 40, nextToken: page.nextToken });
      rows.push(...(page.statistics ?? []));
    }
    expect(rows.slice(0, 100)).toEqual(whole.statistics);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
  });

  it('refuses a made-up or expired token, and one of another aggregation, farm or maxResults', async () => {
    const { start, settled, get, otherFarmId } = shared;
    const started = await start();
    const { nextToken } = await settled({ ...started, maxResults: 2 });
    const next = { ...started, maxResults: 2, nextToken };
    expect((await get(next)).statistics).toHaveLength(2);
    const again = await start();
    await settled(again);
    await expect(get({ ...next, aggregationId: again.aggregationId })).rejects.toMatchObject(badToken);
    await expect(get({ ...next, farmId: otherFarmId })).rejects.toMatchObject(badToken);
    await expect(get({ ...next, maxResults: 3 })).rejects.toMatchObject(badToken);
    await expect(get({ ...next, nextToken: `2${nextToken}` })).rejects.toMatchObject(badToken);
    await expect(get({ ...next, nextToken: 'x'.repeat(4097) })).rejects.toMatchObject(badToken);
    local.clock.set(TEST_NOW + DAY);
    await expect(get(next)).rejects.toMatchObject(badToken);
  });

  it.each([0, 101])('refuses maxResults %i', async (maxResults) => {
    const started = { farmId: `farm-${'0'.repeat(32)}`, aggregationId: '0'.repeat(32) };
    await expect(shared.get({ ...started, maxResults })).rejects.toMatchObject({
      name: 'ValidationException',
      fieldList: [{ name: 'maxResults' }],
    });
  });

  it('reports an unknown aggregation an hour after its start, and for another farm', async () => {
    const { start, settled, get, otherFarmId } = shared;
    const started = await start();
    await settled(started);
    await expect(get({ ...started, farmId: otherFarmId })).rejects.toMatchObject({
      ...notFound,
      resourceType: 'aggregation',
      resourceId: started.aggregationId,
    });
    local.clock.set(TEST_NOW + HOUR - 1);
    expect((await get(started)).status).toBe('COMPLETED');
    local.clock.set(TEST_NOW + HOUR);
    await expect(get(started)).rejects.toMatchObject(notFound);
    const later = await start();
    expect((await settled(later)).status).toBe('COMPLETED');
    await expect(get(started)).rejects.toMatchObject(notFound);
  });
});

describe('GetSessionsStatisticsAggregation with its own limits', () => {
  it('has no rows while the aggregation runs', async () => {
    const { start, get } = await open({ aggregationMs: 600_000 });
    expect(await get(await start())).toMatchObject({ status: 'IN_PROGRESS', statistics: [] });
  });

  it('fails when there are too many rows, and reports what to do', async () => {
    const { start, settled } = await open({ aggregationMaxRows: 3 });
    const started = await start();
    expect(await settled(started)).toMatchObject({
      status: 'FAILED',
      statistics: [],
      statusMessage:
        'The result has more than 3 rows. Shorten the time range, take fewer queues or fleets, or lengthen ' +
        'the period, then start it again.',
    });
    const small = await start({ groupBy: ['USAGE_TYPE'], period: 'MONTHLY' });
    expect(await settled(small)).toMatchObject({ status: 'COMPLETED' });
  });

  it('times out, and allows another start', async () => {
    const { start, settled } = await open({ aggregationMs: 600_000, aggregationLimitMs: 20 });
    expect(await settled(await start())).toMatchObject({
      status: 'TIMEOUT',
      statistics: [],
      statusMessage: expect.stringContaining('took longer than 0.02 s. Shorten the time range'),
    });
    await start();
  });

  it('keeps results and tokens over a restart, without duplicates', async () => {
    const local = await startForTest();
    const before = connect(local);
    const started = await before.start();
    const first = await before.settled({ ...started, maxResults: 5 });
    await local.stop();

    const after = await open({ folder: local.folder });
    expect((await after.get({ ...started, maxResults: 5 })).statistics).toEqual(first.statistics);
    await after.get({ ...started, maxResults: 5, nextToken: first.nextToken });
    const again = await after.start();
    expect((await after.settled({ ...again, maxResults: 5 })).statistics).toEqual(first.statistics);
  });

  it('fails an aggregation that was running when the service ended', async () => {
    const local = await startForTest({ aggregationMs: 600_000 });
    const started = await connect(local).start();
    await local.stop();
    const { get } = await open({ folder: local.folder });
    expect(await get(started)).toMatchObject({
      status: 'FAILED',
      statusMessage: expect.stringContaining('restarted'),
    });
  });
});
