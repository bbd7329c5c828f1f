import { gunzipSync } from 'node:zlib';
import {
  CodeGuruProfilerClient,
  GetProfileCommand,
  type GetProfileCommandInput,
  PostAgentProfileCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decodeProfile } from '@/lib/profile/codec/decode';
import { print } from '@/lib/profile/testing/text';
import { DAY, MINUTE } from '@/lib/time/duration';
import { type StartedForTest, startForTest, TEST_NOW } from '../../started-for-test';
import { agentProfile } from '../agent-profile-for-test';

const profilingGroupName = 'triptych-server';

describe('GetProfile', () => {
  let local: StartedForTest;
  let client: CodeGuruProfilerClient;

  beforeAll(async () => {
    local = await startForTest({ sample: false });
    client = new CodeGuruProfilerClient(local.clientConfig);
  });
  beforeEach(() => local.clock.set(TEST_NOW));
  afterAll(() => local.close());

  type Range = { from?: string; to?: string } & Partial<GetProfileCommandInput>;
  const send = ({ from, to, ...input }: Range) =>
    client.send(
      new GetProfileCommand({
        profilingGroupName,
        ...(from && { startTime: new Date(from) }),
        ...(to && { endTime: new Date(to) }),
        ...input,
      }),
    );
  const get = async (input: Range) => {
    const { profile = new Uint8Array(), contentType, contentEncoding } = await send(input);
    const { tree, start = 0, end = 0, sampleWeights } = decodeProfile(profile);
    const [from, to] = [start, end].map((instant) => new Date(instant).toISOString());
    return { lines: print(tree), from, to, contentType, contentEncoding, sampleWeights };
  };
  const refused = (input: Range, name: string, status: number) =>
    expect(send(input)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
  const post = (start: string, tree: string) =>
    client.send(
      new PostAgentProfileCommand({
        profilingGroupName,
        agentProfile: agentProfile(start, tree),
        contentType: 'application/json',
      }),
    );

  const from = '2026-11-20T10:00:00Z';
  const to = '2026-11-20T11:00:00Z';

  it.each<[string, Range]>([
    ['no time at all', {}],
    ['startTime alone', { from }],
    ['endTime alone', { to }],
    ['all three', { from, to, period: 'PT1H' }],
    ['an end at the start', { from, to: from }],
    ['an end before the start', { from: to, to: from }],
    ['more than 7 days', { from, to: '2026-11-27T10:00:01Z' }],
    ['more than 7 days by period', { from, period: 'P7DT1S' }],
    ['a latest profile of more than 7 days', { period: 'P8D' }],
    ['a period in years', { from, period: 'P1Y' }],
    ['a period in months', { from, period: 'P1M' }],
    ['a zero period', { from, period: 'PT0S' }],
    ['a negative period', { from, period: '-PT5M' }],
    ['an invalid duration', { from, period: '5m' }],
    ['an empty period', { from, period: '' }],
    ['a period of 65 characters', { from, period: `PT${'0'.repeat(61)}1H` }],
    ['maxDepth 0', { from, to, maxDepth: 0 }],
    ['maxDepth 10001', { from, to, maxDepth: 10_001 }],
    ['a fractional maxDepth', { from, to, maxDepth: 1.5 }],
    ['an unknown format', { from, to, accept: 'text/html' }],
    ['a format that the client excludes', { from, to, accept: 'application/json;q=0' }],
    ['formats that the client excludes', { from, to, accept: '*/*;q=0.000, application/json;q=0.0' }],
    ['a name that violates the pattern', { from, to, profilingGroupName: '../etc' }],
    ['a name of 256 characters', { from, to, profilingGroupName: 'a'.repeat(256) }],
  ])('refuses %s', (_what, input) => refused(input, 'ValidationException', 400));

  it('rejects an unknown group', () =>
    refused({ from, to, profilingGroupName: 'nobody' }, 'ResourceNotFoundException', 404));

  it('finds no profile where nothing was posted', () =>
    refused({ from, to }, 'ResourceNotFoundException', 404));

  it('accepts a range by any two of start, end and period', async () => {
    await post('2026-11-20T08:03:00Z', 'main 1');
    await post('2026-11-20T08:33:00Z', 'main 2');
    const hour = { lines: ['main 3'], from: '2026-11-20T08:00:00.000Z', to: '2026-11-20T09:00:00.000Z' };
    const start = '2026-11-20T08:00:00Z';
    const end = '2026-11-20T09:00:00Z';
    expect(await get({ from: start, to: end })).toMatchObject(hour);
    expect(await get({ from: start, period: 'PT1H' })).toMatchObject(hour);
    expect(await get({ to: end, period: 'PT60M' })).toMatchObject(hour);
    expect(await get({ from: '2026-11-14T08:00:00Z', to: '2026-11-21T08:00:00Z' })).toMatchObject({
      lines: ['main 3'],
    });
  });

  it('returns the existing part', async () => {
    await post('2026-11-19T00:15:00Z', 'main 1');
    await post('2026-11-19T00:25:00Z', 'main 2');
    expect(await get({ from: '2026-11-19T00:00:00Z', to: '2026-11-19T00:20:00Z' })).toMatchObject({
      lines: ['main 1'],
      from: '2026-11-19T00:15:00.000Z',
      to: '2026-11-19T00:20:00.000Z',
    });
  });

  it('never splits a stored profile, and returns nothing coarser than the range', async () => {
    await post('2026-11-18T00:04:59Z', 'before 1');
    await post('2026-11-18T00:05:00Z', 'inside 1');
    await post('2026-11-18T00:10:00Z', 'after 1');
    const { lines } = await get({ from: '2026-11-18T00:02:00Z', to: '2026-11-18T00:13:00Z' });
    expect(lines).toEqual(['inside 1']);
    await refused(
      { from: '2026-11-18T00:06:00Z', to: '2026-11-18T00:09:00Z' },
      'ResourceNotFoundException',
      404,
    );
  });

  it('drops 5 minutes after 15 days, hours after 60 days, days after 3 years', async () => {
    const posted = Date.parse('2026-11-17T10:00:00Z');
    await post('2026-11-17T10:00:00Z', 'main 1');
    const window = { from: '2026-11-17T10:00:00Z', to: '2026-11-17T10:05:00Z' };
    const hour = { from: '2026-11-17T10:00:00Z', to: '2026-11-17T11:00:00Z' };
    const day = { from: '2026-11-17T00:00:00Z', to: '2026-11-18T00:00:00Z' };

    local.clock.set(posted + 5 * MINUTE + 15 * DAY - 1);
    expect((await get(window)).lines).toEqual(['main 1']);
    local.clock.set(posted + 5 * MINUTE + 15 * DAY);
    await refused(window, 'ResourceNotFoundException', 404);
    expect((await get(hour)).lines).toEqual(['main 1']);
    local.clock.set(Date.parse(hour.to) + 60 * DAY);
    await refused(hour, 'ResourceNotFoundException', 404);
    expect((await get(day)).lines).toEqual(['main 1']);
    local.clock.set(Date.parse(day.to) + 3 * 365 * DAY);
    await refused(day, 'ResourceNotFoundException', 404);
  });

  it('assembles a range from days, hours and 5 minutes', async () => {
    for (const time of ['15T22:55', '15T23:10', '16T12:00', '17T00:59', '17T01:00', '17T01:05']) {
      await post(`2026-10-${time}:00Z`, 'main 1');
    }
    local.clock.set(Date.parse('2026-10-18T00:00:00Z'));
    expect(await get({ from: '2026-10-15T23:00:00Z', to: '2026-10-17T01:05:00Z' })).toMatchObject({
      lines: ['main 4'],
      from: '2026-10-15T23:00:00.000Z',
      to: '2026-10-17T01:05:00.000Z',
    });
  });

  it('includes the posted part of the current window, and new posts immediately', async () => {
    await post('2026-11-24T14:31:00Z', 'main 1');
    const range = { from: '2026-11-24T14:30:00Z', to: '2026-11-24T14:32:10Z' };
    expect(await get(range)).toMatchObject({ lines: ['main 1'], to: '2026-11-24T14:32:10.000Z' });
    await post('2026-11-24T14:31:30Z', 'main 2');
    expect((await get(range)).lines).toEqual(['main 3']);
    await refused({ ...range, to: '2026-11-24T14:32:09Z' }, 'ResourceNotFoundException', 404);
  });

  it('returns the latest profile for a period alone', async () => {
    local.clock.set(Date.parse('2027-01-05T12:02:00Z'));
    await post('2027-01-05T10:00:00Z', 'main 1');
    await post('2027-01-05T11:30:00Z', 'main 2');
    await post('2027-01-05T11:55:00Z', 'main 4');
    const latest = async (period: string) => {
      const { lines, from, to } = await get({ period });
      return [lines[0], from?.slice(11, 16), to?.slice(11, 16)];
    };
    expect(await latest('PT5M')).toEqual(['main 4', '11:55', '12:00']);
    expect(await latest('PT1H')).toEqual(['main 6', '11:00', '12:00']);
    expect(await latest('P1D')).toEqual(['main 7', '00:00', '12:02']);
    expect(await latest('PT30M')).toEqual(['main 6', '11:30', '12:00']);
    await refused({ period: 'PT1M' }, 'ResourceNotFoundException', 404);
  });

  describe('of one profile', () => {
    const range = { from: '2026-11-21T00:00:00Z', to: '2026-11-21T00:05:00Z' };

    beforeAll(async () => {
      local.clock.set(TEST_NOW);
      await post('2026-11-21T00:00:00Z', 'A 1\n  B 2\n    C 4\n      D 8');
    });

    it('cuts at maxDepth and keeps totals', async () => {
      expect((await get({ ...range, maxDepth: 2 })).lines).toEqual(['A 1', '  B 14']);
      expect((await get({ ...range, maxDepth: 10_000 })).lines).toHaveLength(4);
    });

    it.each([
      ['application/json', 'application/json'],
      ['application/x-amzn-ion', 'application/x-amzn-ion'],
      ['*/*', 'application/x-amzn-ion'],
      [undefined, 'application/x-amzn-ion'],
      ['application/json;q=0.5, application/x-amzn-ion', 'application/x-amzn-ion'],
      ['application/x-amzn-ion;q=0.1, Application/JSON; charset=utf-8; Q=0.25', 'application/json'],
      ['application/json, application/x-amzn-ion', 'application/json'],
      ['application/x-amzn-ion;q=0.8, application/json;q=0.8', 'application/x-amzn-ion'],
      ['*/*, application/json', 'application/x-amzn-ion'],
      ['application/json, */*;q=0.1', 'application/json'],
      ['application/x-amzn-ion;q=0, */*', 'application/json'],
      ['application/json;q=0, application/*;q=0.2', 'application/x-amzn-ion'],
      ['text/html, application/json;q=0.001', 'application/json'],
      ['application/json;q=high', 'application/json'],
    ])('answers Accept %s with %s', async (accept, expected) => {
      const { profile, contentType, contentEncoding } = await send({ ...range, accept });
      expect([contentType, contentEncoding]).toEqual([expected, undefined]);
      const json = expected === 'application/json';
      expect([...(profile ?? [])].slice(0, 4)).toEqual(
        json ? [...Buffer.from('{"st')] : [0xe0, 0x01, 0x00, 0xea],
      );
      expect(await get({ ...range, accept })).toMatchObject({ sampleWeights: { WALL_TIME: 10 } });
    });

    it('gzips for clients that name gzip, and accepts times with milliseconds', async () => {
      const query = 'startTime=2026-11-21T00:00:00.000Z&period=PT5M';
      const url = `${local.clientConfig.endpoint}/profilingGroups/${profilingGroupName}/profile?${query}`;
      const fetchWith = async (encoding: string) => {
        const headers = { accept: 'application/json', 'accept-encoding': encoding };
        const response = await fetch(url, { headers });
        return { encoding: response.headers.get('content-encoding'), text: await response.text() };
      };
      const plain = await fetchWith('identity');
      expect(plain.encoding).toBeNull();
      expect(await fetchWith('br, gzip;q=0.5')).toEqual({ encoding: 'gzip', text: plain.text });
      expect((await fetchWith('gzip;q=0')).encoding).toBeNull();
      expect(() => gunzipSync(plain.text)).toThrow();
    });
  });
});
