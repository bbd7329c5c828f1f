import {
  CodeGuruProfilerClient,
  GetRecommendationsCommand,
  ListFindingsReportsCommand,
  type ListFindingsReportsCommandInput,
} from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { TEST_NOW } from '../../started-for-test';
import { ClientForTest } from '../client-for-test';

const GROUP = 'sample-checkout-service';
const date = (day: string) => new Date(`2026-${day}T00:00:00Z`);

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeAll(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config), { sample: true });
});
afterAll(() => aws.close());

const list = (input: Partial<ListFindingsReportsCommandInput> = {}) => {
  const range = { startTime: date('11-20'), endTime: date('11-25') };
  return aws.client.send(new ListFindingsReportsCommand({ profilingGroupName: GROUP, ...range, ...input }));
};

const days = ({ findingsReportSummaries = [] }: Awaited<ReturnType<typeof list>>) =>
  findingsReportSummaries.map(({ profileStartTime }) => profileStartTime?.toISOString().slice(5, 10));

describe('ListFindingsReports', () => {
  it('lists a report for every complete day, newest first', async () => {
    for (const dailyReportsOnly of [undefined, true, false]) {
      expect(days(await list({ dailyReportsOnly }))).toEqual(['11-23', '11-22', '11-21', '11-20']);
    }
  });

  it('counts the recommendations of the day', async () => {
    const { findingsReportSummaries } = await list();
    const [report] = findingsReportSummaries ?? [];
    const range = { startTime: report?.profileStartTime, endTime: report?.profileEndTime };
    expect(range).toEqual({ startTime: date('11-23'), endTime: date('11-24') });
    const { recommendations } = await aws.client.send(
      new GetRecommendationsCommand({ profilingGroupName: GROUP, ...range }),
    );
    expect(report).toMatchObject({
      profilingGroupName: GROUP,
      totalNumberOfFindings: recommendations?.length,
    });
    expect(recommendations?.length).toBeGreaterThan(0);
  });

  it('has stable and unique ids', async () => {
    const ids = async (input: object) =>
      (await list(input)).findingsReportSummaries?.map(({ id }) => id) ?? [];
    const first = await ids({});
    await aws.restart();
    expect(await ids({})).toEqual(first);
    const all = [...first, ...(await ids({ profilingGroupName: 'sample-render-worker' }))];
    expect(new Set(all).size).toBe(8);
    for (const id of all) expect(id).toMatch(/^[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/);
  });

  it('pages, even without a requested size', async () => {
    const first = await list({ maxResults: 3 });
    const second = await list({ maxResults: 3, nextToken: first.nextToken });
    expect([days(first), days(second)]).toEqual([['11-23', '11-22', '11-21'], ['11-20']]);
    expect(second.nextToken).toBeUndefined();
    const all = await list({ startTime: date('10-01') });
    expect(days(all)).toHaveLength(31);
    expect(days(await list({ startTime: date('10-01'), nextToken: all.nextToken }))[0]).toBe('10-23');
  });

  it('lists the report of a day that a late post adds just after the page', async () => {
    const profilingGroupName = 'late-posts';
    await aws.createGroup(profilingGroupName);
    const page = (nextToken?: string) => list({ profilingGroupName, maxResults: 1, nextToken });
    for (const day of ['20', '23']) await aws.post(profilingGroupName, `2026-11-${day}T12:00:00Z`, 'main 1');
    const first = await page();
    await aws.post(profilingGroupName, '2026-11-22T12:00:00Z', 'main 1');
    expect([days(first), days(await page(first.nextToken))]).toEqual([['11-23'], ['11-22']]);
  });

  it('lists nothing for a group without profiles', async () => {
    expect(days(await list({ profilingGroupName: 'triptych-server' }))).toEqual([]);
  });

  it('refuses invalid bounds and tokens', async () => {
    const refused = { name: 'ValidationException' };
    const { nextToken } = await list({ maxResults: 1 });
    const inputs = [
      { endTime: date('11-19') },
      { maxResults: 0 },
      { maxResults: 1001 },
      { nextToken: 'x' },
      { maxResults: 2, nextToken },
    ];
    for (const input of inputs) await expect(list(input)).rejects.toMatchObject(refused);
    aws.local.clock.set(TEST_NOW + DAY);
    await expect(list({ maxResults: 1, nextToken })).rejects.toMatchObject(refused);
    aws.local.clock.set(TEST_NOW);
  });

  it('refuses a request without a range, which only the client checks', async () => {
    const path = `/internal/profilingGroups/${GROUP}/findingsReports`;
    const answer = await fetch(aws.local.clientConfig.endpoint + path);
    expect(answer.headers.get('x-amzn-errortype')).toBe('ValidationException');
  });

  it('rejects an unknown group', async () => {
    const other = { profilingGroupName: 'nobody' };
    await expect(list(other)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
