import {
  CodeGuruProfilerClient,
  GetFindingsReportAccountSummaryCommand,
  type GetFindingsReportAccountSummaryCommandInput,
} from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientForTest } from '../client-for-test';

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeAll(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config));
  for (const group of ['a', 'b']) {
    await aws.createGroup(group);
    await aws.post(group, '2026-11-22T12:00:00Z', 'main 90\n  re:_compile 10');
    await aws.post(group, '2026-10-01T12:00:00Z', 'main 1');
  }
  await aws.post('a', '2026-11-23T12:00:00Z', 'main 1');
  await aws.post('a', '2026-11-24T12:00:00Z', 'main 1');
});
afterAll(() => aws.close());

const get = (input: GetFindingsReportAccountSummaryCommandInput = {}) =>
  aws.client.send(new GetFindingsReportAccountSummaryCommand(input));

const rows = ({ reportSummaries = [] }: Awaited<ReturnType<typeof get>>) =>
  reportSummaries.map(
    ({ profilingGroupName, profileStartTime, totalNumberOfFindings }) =>
      `${profilingGroupName} ${profileStartTime?.toISOString().slice(5, 10)} ${totalNumberOfFindings}`,
  );

describe('GetFindingsReportAccountSummary', () => {
  it('lists the reports of all groups for the last 30 complete days, newest first', async () => {
    for (const dailyReportsOnly of [undefined, true, false]) {
      expect(rows(await get({ dailyReportsOnly }))).toEqual(['a 11-23 0', 'a 11-22 1', 'b 11-22 1']);
    }
  });

  it('pages', async () => {
    const first = await get({ maxResults: 2 });
    const second = await get({ maxResults: 2, nextToken: first.nextToken });
    expect([rows(first), rows(second)]).toEqual([['a 11-23 0', 'a 11-22 1'], ['b 11-22 1']]);
    expect(second.nextToken).toBeUndefined();
  });

  it('continues after the last report of a page when groups come and go between pages', async () => {
    const first = await get({ maxResults: 2 });
    await aws.createGroup('B-before-a');
    await aws.post('B-before-a', '2026-11-22T12:00:00Z', 'main 1');
    await aws.createGroup('aa-after-a');
    await aws.post('aa-after-a', '2026-11-22T12:00:00Z', 'main 1');
    const second = await get({ maxResults: 2, nextToken: first.nextToken });
    expect(rows(second)).toEqual(['aa-after-a 11-22 0', 'b 11-22 1']);
    expect(second.nextToken).toBeUndefined();
    for (const group of ['aa-after-a', 'B-before-a']) await aws.local.world.profiles.groups.delete(group);
    expect(rows(await get({ maxResults: 2, nextToken: first.nextToken }))).toEqual(['b 11-22 1']);
  });

  it('refuses invalid bounds and tokens', async () => {
    const { nextToken } = await get({ maxResults: 1 });
    const inputs = [
      { maxResults: 0 },
      { maxResults: 1001 },
      { nextToken: 'x' },
      { nextToken, maxResults: 2 },
      { dailyReportsOnly: 'maybe' as unknown as boolean },
    ];
    for (const input of inputs) {
      await expect(get(input)).rejects.toMatchObject({ name: 'ValidationException' });
    }
  });
});
