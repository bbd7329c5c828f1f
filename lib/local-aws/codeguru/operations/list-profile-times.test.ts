import {
  CodeGuruProfilerClient,
  ListProfileTimesCommand,
  type ListProfileTimesCommandInput,
  PostAgentProfileCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { type StartedForTest, startForTest, TEST_NOW } from '../../started-for-test';
import { agentProfile } from '../agent-profile-for-test';

describe('ListProfileTimes', () => {
  let local: StartedForTest;
  let client: CodeGuruProfilerClient;

  beforeAll(async () => {
    local = await startForTest({ sample: false });
    client = new CodeGuruProfilerClient(local.clientConfig);
    for (const time of ['23T09:00', '24T09:55', '24T10:00', '24T10:05', '24T10:05', '24T14:30']) {
      await client.send(
        new PostAgentProfileCommand({
          profilingGroupName: 'triptych-server',
          agentProfile: agentProfile(`2026-11-${time}:30Z`, 'main 1'),
          contentType: 'application/json',
        }),
      );
    }
  });
  beforeEach(() => local.clock.set(TEST_NOW));
  afterAll(() => local.close());

  const send = (input: Partial<ListProfileTimesCommandInput>) =>
    client.send(
      new ListProfileTimesCommand({
        profilingGroupName: 'triptych-server',
        startTime: new Date('2026-11-24T00:00:00Z'),
        endTime: new Date('2026-11-25T00:00:00Z'),
        period: 'PT5M',
        ...input,
      }),
    );
  const times = async (input: Partial<ListProfileTimesCommandInput> = {}) =>
    (await send(input)).profileTimes?.map(({ start }) => start?.toISOString().slice(8, 16));
  const refused = (input: Partial<ListProfileTimesCommandInput>, name = 'ValidationException') =>
    expect(send(input)).rejects.toMatchObject({ name });

  it('lists windows that have ended, newest first', async () => {
    expect(await times()).toEqual(['24T10:05', '24T10:00', '24T09:55']);
    local.clock.set(Date.parse('2026-11-24T14:35:00Z'));
    expect(await times()).toEqual(['24T14:30', '24T10:05', '24T10:00', '24T09:55']);
  });

  it('lists oldest first on request', async () => {
    expect(await times({ orderBy: 'TimestampAscending' })).toEqual(['24T09:55', '24T10:00', '24T10:05']);
  });

  it('includes the start and excludes the end', async () => {
    const startTime = new Date('2026-11-24T09:55:00Z');
    expect(await times({ startTime, endTime: new Date('2026-11-24T10:05:00Z') })).toEqual([
      '24T10:00',
      '24T09:55',
    ]);
    expect(await times({ startTime: new Date('2026-11-24T09:55:01Z') })).toEqual(['24T10:05', '24T10:00']);
  });

  it('lists the hours and days of posts', async () => {
    const startTime = new Date('2026-11-01T00:00:00Z');
    expect(await times({ startTime, period: 'PT1H' })).toEqual(['24T10:00', '24T09:00', '23T09:00']);
    expect(await times({ startTime, period: 'P1D' })).toEqual(['23T00:00']);
  });

  it('leaves out expired profiles', async () => {
    local.clock.set(Date.parse('2026-11-24T10:05:00Z') + 15 * DAY);
    expect(await times()).toEqual(['24T14:30', '24T10:05']);
  });

  it.each(['TimestampDescending', 'TimestampAscending'] as const)('pages, %s', async (orderBy) => {
    const pages: (string | undefined)[][] = [];
    let nextToken: string | undefined;
    do {
      const page = await send({ orderBy, maxResults: 2, nextToken });
      pages.push(page.profileTimes?.map(({ start }) => start?.toISOString().slice(11, 16)) ?? []);
      nextToken = page.nextToken;
    } while (nextToken);
    const all = ['10:05', '10:00', '09:55'];
    if (orderBy === 'TimestampAscending') all.reverse();
    expect(pages).toEqual([all.slice(0, 2), all.slice(2)]);
  });

  it.each([
    ['TimestampDescending', '2026-11-01', ['10:25', '10:15'], ['10:20', '10:15']],
    ['TimestampAscending', '2026-11-02', ['10:00', '10:10'], ['10:05', '10:10']],
  ] as const)(
    'continues after the page, whichever windows late posts add around its end, %s',
    async (orderBy, day, late, expected) => {
      local.clock.set(Date.parse(`${day}T12:00:00Z`));
      const range = { startTime: new Date(`${day}T10:00:00Z`), endTime: new Date(`${day}T11:00:00Z`) };
      const post = (time: string) =>
        client.send(
          new PostAgentProfileCommand({
            profilingGroupName: 'triptych-server',
            agentProfile: agentProfile(`${day}T${time}:00Z`, 'main 1'),
            contentType: 'application/json',
          }),
        );
      const page = (input: object = {}) => send({ ...range, orderBy, maxResults: 1, ...input });
      for (const time of ['10:05', '10:20']) await post(time);
      const first = await page();
      for (const time of late) await post(time);
      const second = await page({ nextToken: first.nextToken });
      const shown = [first, second].map(({ profileTimes }) =>
        profileTimes?.[0]?.start?.toISOString().slice(11, 16),
      );
      expect(shown).toEqual(expected);
    },
  );

  it('accepts a page token only for its own request and for 24 hours', async () => {
    const { nextToken } = await send({ maxResults: 1 });
    expect(nextToken).toMatch(/^[\w-]{1,64}$/);
    await refused({ maxResults: 2, nextToken });
    await refused({ maxResults: 1, orderBy: 'TimestampAscending', nextToken });
    await refused({ maxResults: 1, period: 'PT1H', nextToken });
    await refused({ maxResults: 1, nextToken: `1${nextToken}` });
    local.clock.set(TEST_NOW + DAY - 1);
    expect(await times({ maxResults: 1, nextToken })).toHaveLength(1);
    local.clock.set(TEST_NOW + DAY);
    await refused({ maxResults: 1, nextToken });
  });

  it.each<[string, Partial<ListProfileTimesCommandInput>]>([
    ['an unknown period', { period: 'PT15M' as 'PT5M' }],
    ['an end before the start', { endTime: new Date('2026-11-23T00:00:00Z') }],
    ['an unknown order', { orderBy: 'Random' as 'TimestampAscending' }],
    ['maxResults 0', { maxResults: 0 }],
    ['maxResults 1001', { maxResults: 1001 }],
    ['an empty token', { nextToken: '' }],
    ['a token that violates the pattern', { nextToken: 'a b' }],
  ])('refuses %s', (_what, input) => refused(input));

  it.each(['startTime', 'endTime', 'period'])('refuses a request without %s', async (missing) => {
    const all = { startTime: '2026-11-24T00:00:00Z', endTime: '2026-11-25T00:00:00Z', period: 'PT5M' };
    const query = new URLSearchParams(all);
    const url = `${local.clientConfig.endpoint}/profilingGroups/triptych-server/profileTimes`;
    expect((await fetch(`${url}?${query}`)).status).toBe(200);
    query.delete(missing);
    const answer = await fetch(`${url}?${query}`);
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([400, 'ValidationException']);
  });

  it('rejects an unknown group', () =>
    refused({ profilingGroupName: 'nobody' }, 'ResourceNotFoundException'));
});
