import { BatchGetJobCommand, DeadlineClient, ListJobsCommand } from '@aws-sdk/client-deadline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '../../started-for-test';

type Identifier = { farmId: string; queueId: string; jobId: string };

describe('BatchGetJob', () => {
  let local: StartedForTest;
  let client: DeadlineClient;

  beforeAll(async () => {
    local = await startForTest();
    client = new DeadlineClient(local.clientConfig);
  });
  afterAll(() => local.close());

  const get = (identifiers: Identifier[]) => client.send(new BatchGetJobCommand({ identifiers }));

  /** The newest jobs of two queues of each farm. */
  async function newestJobs() {
    const jobs = [];
    for (const { farmId, queues } of local.world.farms.farms) {
      for (const { queueId } of queues.slice(0, 2)) {
        const page = await client.send(new ListJobsCommand({ farmId, queueId, maxResults: 3 }));
        for (const job of page.jobs ?? []) jobs.push({ farmId, queueId, ...job });
      }
    }
    return jobs;
  }

  it('returns the members of ListJobs for jobs of several queues, in the order requested', async () => {
    const listed = (await newestJobs()).toReversed();
    const answer = await get(listed.map(({ farmId, queueId, jobId = '' }) => ({ farmId, queueId, jobId })));
    expect(answer.jobs).toEqual(listed);
    expect(listed).toHaveLength(9);
    expect(answer.errors).toEqual([]);
  });

  it('returns an error for each job that does not exist, in addition to the others', async () => {
    const [job] = await newestJobs();
    const { farmId = '', queueId = '', jobId = '' } = job ?? {};
    const none = '0'.repeat(32);
    const missing = [
      [{ farmId: `farm-${none}`, queueId, jobId }, `There is no farm farm-${none}.`],
      [{ farmId, queueId: `queue-${none}`, jobId }, `There is no queue queue-${none}.`],
      [{ farmId, queueId, jobId: `job-${none}` }, `There is no job job-${none}.`],
    ] as const;
    const found = { farmId, queueId, jobId };
    const answer = await get([missing[0][0], found, missing[1][0], found, missing[2][0]]);
    expect(answer.jobs).toEqual([job, job]);
    expect(answer.errors).toEqual(
      missing.map(([identifier, message]) => ({ ...identifier, code: 'ResourceNotFoundException', message })),
    );
  });

  it('accepts 1 to 100 jobs', async () => {
    const [job] = await newestJobs();
    const { farmId = '', queueId = '', jobId = '' } = job ?? {};
    const found = { farmId, queueId, jobId };
    expect((await get(Array(100).fill(found))).jobs).toHaveLength(100);
    for (const identifiers of [[], Array(101).fill(found)]) {
      await expect(get(identifiers)).rejects.toMatchObject({
        name: 'ValidationException',
        $metadata: { httpStatusCode: 400 },
        fieldList: [{ name: 'identifiers' }],
      });
    }
  });

  it('refuses a malformed id and names it', async () => {
    const farmId = local.world.farms.farms[0]?.farmId ?? '';
    await expect(get([{ farmId, queueId: farmId, jobId: 'job' }])).rejects.toMatchObject({
      name: 'ValidationException',
      fieldList: [{ name: 'identifiers.0.queueId' }, { name: 'identifiers.0.jobId' }],
    });
  });
});
