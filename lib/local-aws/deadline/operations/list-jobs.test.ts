import {
  DeadlineClient,
  type JobSummary,
  ListJobsCommand,
  StartSessionsStatisticsAggregationCommand,
} from '@aws-sdk/client-deadline';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { type StartedForTest, startForTest, TEST_NOW } from '../../started-for-test';
import { settledPage } from '../statistics/settled-for-test';

describe('ListJobs', () => {
  let local: StartedForTest;
  let client: DeadlineClient;
  let farmId: string;
  let queueId: string;

  beforeAll(async () => {
    local = await startForTest();
    client = new DeadlineClient(local.clientConfig);
    const [farm] = local.world.farms.farms;
    farmId = farm?.farmId ?? '';
    queueId = farm?.queues[0]?.queueId ?? '';
  });
  beforeEach(() => local.clock.set(TEST_NOW));
  afterAll(() => local.close());

  const list = (change: object = {}) => client.send(new ListJobsCommand({ farmId, queueId, ...change }));

  async function all(maxResults: number): Promise<JobSummary[]> {
    const jobs: JobSummary[] = [];
    let nextToken: string | undefined;
    do {
      const page = await list({ maxResults, nextToken });
      jobs.push(...(page.jobs ?? []));
      nextToken = page.nextToken;
    } while (nextToken);
    return jobs;
  }

  it('reports the progress of a job', async () => {
    const [job] = (await list({ maxResults: 1 })).jobs ?? [];
    expect(job).toEqual({
      jobId: expect.stringMatching(/^job-[0-9a-f]{32}$/),
      name: expect.stringMatching(/^sq\d{3}_sh\d{4}_lighting_v\d{3}$/),
      lifecycleStatus: 'CREATE_COMPLETE',
      lifecycleStatusMessage: 'The job was created.',
      priority: expect.any(Number),
      createdAt: expect.any(Date),
      createdBy: expect.stringMatching(/^90670d1a2b-/),
      startedAt: expect.any(Date),
      taskRunStatus: 'READY',
      taskRunStatusCounts: { READY: expect.any(Number), SUCCEEDED: expect.any(Number) },
    });
  });

  it('lists jobs newest first, with times and counts that fit the clock', async () => {
    const jobs = await all(100);
    const createdTimes = jobs.map(({ createdAt }) => Number(createdAt));
    expect(createdTimes).toEqual(createdTimes.toSorted((a, b) => b - a));
    expect(createdTimes[0]).toBeLessThanOrEqual(TEST_NOW);
    for (const job of jobs) {
      const { createdAt, startedAt, endedAt, taskRunStatus, taskRunStatusCounts: counts = {} } = job;
      const times = [createdAt, startedAt, endedAt].filter((time) => time !== undefined).map(Number);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.every((time) => time <= TEST_NOW)).toBe(true);
      expect(counts[taskRunStatus ?? 'PENDING']).toBeGreaterThan(0);
      expect(endedAt === undefined).toBe('RUNNING' in counts || 'READY' in counts);
    }
    const statuses = new Set(jobs.map(({ taskRunStatus }) => taskRunStatus));
    expect(statuses).toEqual(new Set(['RUNNING', 'READY', 'SUCCEEDED', 'FAILED', 'CANCELED']));
  });

  it('lists every job once in pages, even while others are submitted', async () => {
    const jobs = await all(100);
    expect(new Set(jobs.map(({ jobId }) => jobId)).size).toBe(jobs.length);
    expect(await all(99)).toEqual(jobs);

    const first = await list({ maxResults: 7 });
    local.clock.set(TEST_NOW + 12 * 3_600_000);
    expect((await list({ maxResults: 1 })).jobs?.[0]?.jobId).not.toBe(jobs[0]?.jobId);
    const second = await list({ maxResults: 7, nextToken: first.nextToken });
    const ids = (some: JobSummary[] = []) => some.map(({ jobId }) => jobId);
    expect(ids(second.jobs)).toEqual(ids(jobs.slice(7, 14)));
  });

  it('lists the jobs in the statistics', async () => {
    const { aggregationId } = await client.send(
      new StartSessionsStatisticsAggregationCommand({
        farmId,
        resourceIds: { queueIds: [queueId] },
        startTime: new Date(TEST_NOW - 61 * DAY),
        endTime: new Date(TEST_NOW),
        groupBy: ['JOB_ID'],
        period: 'MONTHLY',
        statistics: ['SUM'],
      }),
    );
    const named = new Map<string | undefined, string | undefined>();
    let nextToken: string | undefined;
    for (;;) {
      const page = await settledPage(client, { farmId, aggregationId, nextToken });
      for (const { jobId, jobName } of page.statistics ?? []) named.set(jobId, jobName);
      nextToken = page.nextToken;
      if (!nextToken) break;
    }
    expect(named.size).toBeGreaterThan(200);
    const listed = new Map((await all(100)).map(({ jobId, name }) => [jobId, name]));
    for (const [jobId, name] of named) expect(listed.get(jobId)).toBe(name);
  });

  it('binds its tokens to the queue', async () => {
    const { nextToken } = await list({ maxResults: 5 });
    const other = local.world.farms.farms[0]?.queues[1]?.queueId;
    for (const change of [{ queueId: other, maxResults: 5 }, { maxResults: 6 }]) {
      await expect(list({ nextToken, ...change })).rejects.toMatchObject({
        name: 'ValidationException',
        fieldList: [{ name: 'nextToken' }],
      });
    }
  });

  it.each([
    ['principalId', { principalId: 'somebody' }],
    ['maxResults', { maxResults: 101 }],
    ['queueId', { queueId: 'queue-1' }],
  ])('refuses a wrong %s', async (name, change) => {
    await expect(list(change)).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
      fieldList: [{ name }],
    });
  });

  it('reports an unknown queue', async () => {
    await expect(list({ queueId: `queue-${'0'.repeat(32)}` })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      resourceType: 'queue',
    });
  });
});
