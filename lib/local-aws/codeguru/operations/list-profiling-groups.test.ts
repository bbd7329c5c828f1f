import {
  CodeGuruProfilerClient,
  ListProfilingGroupsCommand,
  type ListProfilingGroupsCommandInput,
} from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '../../started-for-test';

const names = ['captured-python-agent', 'sample-checkout-service', 'sample-render-worker', 'triptych-server'];

describe('ListProfilingGroups', () => {
  let local: StartedForTest;
  let client: CodeGuruProfilerClient;

  beforeAll(async () => {
    local = await startForTest();
    client = new CodeGuruProfilerClient(local.clientConfig);
  });
  afterAll(() => local.close());

  const send = (input: ListProfilingGroupsCommandInput) => client.send(new ListProfilingGroupsCommand(input));

  it('lists names', async () => {
    for (const input of [{}, { includeDescription: false }]) {
      const { profilingGroupNames, profilingGroups, nextToken } = await send(input);
      expect([profilingGroupNames, profilingGroups, nextToken]).toEqual([names, undefined, undefined]);
    }
  });

  it('lists descriptions instead when asked', async () => {
    const { profilingGroupNames, profilingGroups } = await send({ includeDescription: true });
    expect(profilingGroupNames).toEqual([]);
    expect(profilingGroups?.map(({ name }) => name)).toEqual(names);
    expect(profilingGroups?.[1]?.profilingStatus?.latestAggregatedProfile).toEqual({
      start: new Date('2026-11-24T14:25:00Z'),
      period: 'PT5M',
    });
  });

  it('pages', async () => {
    const first = await send({ maxResults: 3 });
    const second = await send({ maxResults: 3, nextToken: first.nextToken });
    expect([first.profilingGroupNames, second.profilingGroupNames]).toEqual([
      names.slice(0, 3),
      names.slice(3),
    ]);
    expect(second.nextToken).toBeUndefined();
  });

  it('refuses bounds and tokens that are not right', async () => {
    const { nextToken } = await send({ maxResults: 1 });
    const inputs = [
      { maxResults: 0 },
      { maxResults: 1001 },
      { nextToken: 'x' },
      { maxResults: 2, nextToken },
    ];
    for (const input of inputs) {
      await expect(send(input)).rejects.toMatchObject({
        name: 'ValidationException',
        $metadata: { httpStatusCode: 400 },
      });
    }
  });
});

it('lists only what is real without sample data', async () => {
  const local = await startForTest({ sample: false });
  const client = new CodeGuruProfilerClient(local.clientConfig);
  const { profilingGroupNames } = await client.send(new ListProfilingGroupsCommand({}));
  await local.close();
  expect(profilingGroupNames).toEqual(['triptych-server']);
});
