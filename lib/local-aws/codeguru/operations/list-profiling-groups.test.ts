import {
  CodeGuruProfilerClient,
  ListProfilingGroupsCommand,
  type ListProfilingGroupsCommandInput,
} from '@aws-sdk/client-codeguruprofiler';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { type StartedForTest, startForTest, TEST_NOW } from '../../started-for-test';
import { ClientForTest } from '../client-for-test';

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

  it('lists descriptions instead on request', async () => {
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

  it('refuses invalid bounds and tokens', async () => {
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

describe('ListProfilingGroups while groups come and go', () => {
  const long = (letter: string) => letter.repeat(255);
  let aws: ClientForTest<CodeGuruProfilerClient>;
  beforeEach(async () => {
    aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config));
    for (const letter of 'bdf') await aws.createGroup(long(letter));
  });
  afterEach(() => aws.close());

  const send = (nextToken?: string, includeDescription = false) =>
    aws.client.send(new ListProfilingGroupsCommand({ maxResults: 2, nextToken, includeDescription }));
  const letters = ({ profilingGroupNames = [] }: Awaited<ReturnType<typeof send>>) =>
    profilingGroupNames.map((name) => name[0]);
  const remove = (letter: string) => aws.local.world.profiles.groups.delete(long(letter));

  it('lists each group that stays exactly once when others are created before and after the page', async () => {
    const first = await send();
    for (const letter of 'ace') await aws.createGroup(long(letter));
    const second = await send(first.nextToken);
    const third = await send(second.nextToken);
    expect([first, second, third].map(letters)).toEqual([['b', 'd'], ['e', 'f'], ['t']]);
    expect(third.nextToken).toBeUndefined();
  });

  it('continues after the last group of a page when that group and others are deleted', async () => {
    const first = await send();
    for (const letter of 'bd') await remove(letter);
    expect(letters(await send(first.nextToken))).toEqual(['f', 't']);
  });

  it('continues after a restart, with a token within the bounds of the model', async () => {
    const first = await send(undefined, true);
    expect(first.nextToken).toMatch(/^[\w-]{1,64}$/);
    await aws.restart();
    const { profilingGroups = [] } = await send(first.nextToken, true);
    expect(profilingGroups.map(({ name = '' }) => name[0])).toEqual(['f', 't']);
  });

  it('refuses a token after 24 hours', async () => {
    const { nextToken } = await send();
    aws.local.clock.set(TEST_NOW + DAY);
    await expect(send(nextToken)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

it('lists only real groups without sample data', async () => {
  const local = await startForTest({ sample: false });
  const client = new CodeGuruProfilerClient(local.clientConfig);
  const { profilingGroupNames } = await client.send(new ListProfilingGroupsCommand({}));
  await local.close();
  expect(profilingGroupNames).toEqual(['triptych-server']);
});
