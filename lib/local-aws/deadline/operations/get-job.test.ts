import { DeadlineClient, GetJobCommand, ListJobsCommand } from '@aws-sdk/client-deadline';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { type StartedForTest, startForTest, TEST_NOW } from '../../started-for-test';

describe('GetJob', () => {
  let local: StartedForTest;
  let client: DeadlineClient;
  let farmId: string;
  let queueId: string;

  beforeAll(async () => {
    local = await startForTest();
    client = new DeadlineClient(local.clientConfig);
    const [farm] = local.world.farms.farms;
    farmId = farm?.farmId ?? '';
    queueId = farm?.queues[1]?.queueId ?? '';
  });
  beforeEach(() => local.clock.set(TEST_NOW));
  afterAll(() => local.close());

  const get = (jobId: string | undefined, change: object = {}) =>
    client.send(new GetJobCommand({ farmId, queueId, jobId, ...change }));
  const list = async () =>
    (await client.send(new ListJobsCommand({ farmId, queueId, maxResults: 20 }))).jobs ?? [];

  it('returns the members of ListJobs', async () => {
    for (const listed of await list()) {
      const { $metadata, ...job } = await get(listed.jobId);
      expect(job).toEqual(listed);
    }
  });

  it('reports the end of a job once it has ended', async () => {
    const [newest] = await list();
    const before = await get(newest?.jobId);
    expect(before.endedAt).toBeUndefined();
    local.clock.set(TEST_NOW + 5 * DAY);
    const after = await get(newest?.jobId);
    expect(after.taskRunStatus).toMatch(/^(SUCCEEDED|FAILED)$/);
    expect(Number(after.endedAt)).toBeGreaterThan(TEST_NOW);
    const total = (counts = {}) => Object.values<number>(counts).reduce((a, b) => a + b, 0);
    expect(total(after.taskRunStatusCounts)).toBe(total(before.taskRunStatusCounts));
  });

  it('reports an unknown job, and one of another queue', async () => {
    const [job] = await list();
    const other = local.world.farms.farms[0]?.queues[0]?.queueId;
    const unknown = `job-${'0'.repeat(32)}`;
    const notFound = { name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } };
    await expect(get(unknown)).rejects.toMatchObject({
      ...notFound,
      resourceType: 'job',
      resourceId: unknown,
    });
    await expect(get(job?.jobId, { queueId: other })).rejects.toMatchObject({
      ...notFound,
      resourceType: 'job',
    });
    await expect(get(job?.jobId, { queueId: `queue-${'0'.repeat(32)}` })).rejects.toMatchObject({
      ...notFound,
      resourceType: 'queue',
    });
  });

  it('refuses a malformed id', async () => {
    await expect(get('job-1')).rejects.toMatchObject({
      name: 'ValidationException',
      fieldList: [{ name: 'jobId', message: 'must be job- and 32 hex digits' }],
    });
  });
});
