import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  CodeGuruProfilerClient,
  GetProfileCommand,
  PostAgentProfileCommand,
  type PostAgentProfileCommandInput,
} from '@aws-sdk/client-codeguruprofiler';
import { dumpBinary, dumpText } from 'ion-js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeProfile } from '@/lib/profile/codec/decode';
import { encodeIon, encodeJson } from '@/lib/profile/codec/encode';
import { MAX_POST } from '@/lib/profile/import/posts/post-limits';
import { print } from '@/lib/profile/testing/text';
import { CallTreeBuilder } from '@/lib/profile/tree/call-tree-builder';
import { DAY, MINUTE } from '@/lib/time/duration';
import { type StartedForTest, startForTest, TEST_NOW } from '../../started-for-test';
import { agentProfile } from '../agent-profile-for-test';

const body = agentProfile('2026-11-24T14:04:59Z', 'main 1');

const send = (client: CodeGuruProfilerClient, input: Partial<PostAgentProfileCommandInput>) =>
  client.send(
    new PostAgentProfileCommand({
      profilingGroupName: 'triptych-server',
      agentProfile: body,
      contentType: 'application/json',
      ...input,
    }),
  );

describe('PostAgentProfile', () => {
  let local: StartedForTest;
  let client: CodeGuruProfilerClient;

  const connect = () => {
    client = new CodeGuruProfilerClient(local.clientConfig);
  };
  beforeEach(async () => {
    local = await startForTest({ sample: false });
    connect();
  });
  afterEach(() => local.close());

  const post = (input: Partial<PostAgentProfileCommandInput> = {}) => send(client, input);
  const read = async (from = '2026-11-24T14:00:00Z', to = '2026-11-24T14:05:00Z') => {
    const range = { startTime: new Date(from), endTime: new Date(to), accept: 'application/json' };
    const answer = await client.send(
      new GetProfileCommand({ profilingGroupName: 'triptych-server', ...range }),
    );
    return print(decodeProfile(answer.profile ?? new Uint8Array()).tree);
  };
  const restart = async () => {
    await local.stop();
    local = await startForTest({ sample: false, folder: local.folder });
    connect();
  };
  const profiles = () => join(local.folder, 'profiles', 'triptych-server');

  const plain = JSON.parse(Buffer.from(body).toString()) as object;
  it.each([
    ['JSON', 'application/json', body],
    ['gzipped JSON', 'application/json; charset=utf-8', gzipSync(body)],
    ['Ion', 'application/x-amzn-ion', dumpBinary(plain)],
    ['gzipped Ion', 'application/x-amzn-ion', gzipSync(dumpBinary(plain))],
    ['Ion text', 'application/x-amzn-ion', new TextEncoder().encode(dumpText(plain))],
  ])('accepts %s', async (_format, contentType, payload) => {
    const { $metadata } = await post({ agentProfile: payload, contentType });
    expect($metadata.httpStatusCode).toBe(204);
    expect(await read()).toEqual(['main 1']);
  });

  it('accepts a body with Content-Encoding gzip', async () => {
    const url = `${local.clientConfig.endpoint}/profilingGroups/triptych-server/agentProfile`;
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect((await fetch(url, { method: 'POST', headers, body: gzipSync(body) })).status).toBe(204);
    expect(await read()).toEqual(['main 1']);
  });

  it('keeps acknowledged posts across a restart', async () => {
    await post();
    await restart();
    expect(await read()).toEqual(['main 1']);
  });

  it('keeps a post acknowledged between two milliseconds', async () => {
    local.clock.set(TEST_NOW + 0.5);
    await post();
    await restart();
    expect(await read()).toEqual(['main 1']);
  });

  it('adds up the posts of one window, each in the window of its start', async () => {
    await post();
    await post({ agentProfile: agentProfile('2026-11-24T14:00:00Z', 'main 2\n  inner 3') });
    await post({ agentProfile: agentProfile('2026-11-24T14:05:00Z', 'later 4') });
    expect(await read()).toEqual(['main 3', '  inner 3']);
  });

  it('counts a token once in 24 hours, across restarts and concurrent posts', async () => {
    const profileToken = '0f8fad5b-d9cb-469f-a165-70867728950e';
    await Promise.all([post({ profileToken }), post({ profileToken }), post({ profileToken })]);
    await post({ profileToken });
    expect(await read()).toEqual(['main 1']);
    await restart();
    local.clock.set(TEST_NOW + DAY - 1);
    await post({ profileToken });
    expect(await read()).toEqual(['main 1']);
    local.clock.set(TEST_NOW + DAY);
    await post({ profileToken });
    expect(await read()).toEqual(['main 2']);
  });

  it('counts a late post once in an hour that was already read', async () => {
    await post({ agentProfile: agentProfile('2026-11-24T10:01:00Z', 'main 1') });
    await post({ agentProfile: agentProfile('2026-11-24T10:31:00Z', 'main 2') });
    const hour = () => read('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z');
    expect(await hour()).toEqual(['main 3']);
    await restart();
    expect(await hour()).toEqual(['main 3']);
    await post({ agentProfile: agentProfile('2026-11-24T10:59:59Z', 'main 4') });
    expect(await hour()).toEqual(['main 7']);
  });

  it('sets aside and logs damaged posts and roll-ups, and serves the rest', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    await post({ agentProfile: agentProfile('2026-11-24T10:01:00Z', 'main 1') });
    await post({ agentProfile: agentProfile('2026-11-24T10:31:00Z', 'main 2') });
    await local.world.profiles.rollUp();
    const hour = () => read('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z');
    const [rollUp = ''] = await readdir(join(profiles(), 'roll-ups'));
    await writeFile(join(profiles(), 'roll-ups', rollUp), 'damaged');
    expect(await hour()).toEqual(['main 3']);

    await post({ agentProfile: agentProfile('2026-11-24T10:45:00Z', 'main 4') });
    const files = await readdir(join(profiles(), '2026-11-24'));
    const damaged = files.find((name) => name.startsWith('1000')) ?? '';
    await writeFile(join(profiles(), '2026-11-24', damaged), 'damaged');
    expect(await hour()).toEqual(['main 6']);
    await restart();
    expect(await hour()).toEqual(['main 6']);
    expect(await readdir(join(profiles(), '2026-11-24'))).toContain(`${damaged}.damaged-${TEST_NOW}`);
    expect(log.mock.calls.map(([message]) => String(message).includes('damaged and left out'))).toEqual([
      true,
      true,
    ]);
    log.mockRestore();
  });

  it('rolls up an hour when a post for the next one arrives, and missed hours after a restart', async () => {
    const rollUps = () => readdir(join(profiles(), 'roll-ups')).catch(() => []);
    await post({ agentProfile: agentProfile('2026-11-24T10:01:00Z', 'main 1') });
    await post({ agentProfile: agentProfile('2026-11-24T10:59:00Z', 'main 2') });
    expect(await rollUps()).toEqual([]);
    await post({ agentProfile: agentProfile('2026-11-24T11:01:00Z', 'main 4') });
    await vi.waitFor(async () => expect(await rollUps()).toHaveLength(1), 10_000);
    const [rollUp = ''] = await rollUps();
    expect(rollUp).toMatch(`PT1H-${Date.parse('2026-11-24T10:00:00Z')}-`);
    await rm(join(profiles(), 'roll-ups'), { recursive: true });
    await restart();
    await local.world.profiles.rollUp();
    expect(await rollUps()).toEqual([rollUp]);
    expect(await read('2026-11-24T10:00:00Z', '2026-11-24T12:00:00Z')).toEqual(['main 7']);
  });

  it('drops posts that were never acknowledged', async () => {
    await post();
    const unfinished = join(profiles(), '2026-11-24', '.writing-1');
    await appendFile(
      unfinished,
      (
        await readFile(
          join(profiles(), '2026-11-24', (await readdir(join(profiles(), '2026-11-24')))[0] ?? ''),
        )
      ).subarray(0, 9),
    );
    await restart();
    expect(await readdir(join(profiles(), '2026-11-24'))).toHaveLength(1);
    expect(await read()).toEqual(['main 1']);
  });

  it('sets aside a damaged file of groups and still has the group', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    await post();
    await writeFile(join(local.folder, 'profiles', 'groups.json'), '{');
    await restart();
    expect(await read()).toEqual(['main 1']);
    expect((await readdir(join(local.folder, 'profiles'))).some((name) => name.includes('damaged'))).toBe(
      true,
    );
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});

describe('PostAgentProfile with invalid input', () => {
  let local: StartedForTest;
  let client: CodeGuruProfilerClient;

  beforeAll(async () => {
    local = await startForTest({ sample: false });
    client = new CodeGuruProfilerClient(local.clientConfig);
  });
  afterAll(() => local.close());

  const counts = (value: string) =>
    new TextEncoder().encode(`{"start":1,"callgraph":{"counts":{"A":${value}}}}`);
  const startingAt = (start: number) => new TextEncoder().encode(`{"start":${start},"callgraph":{}}`);
  const withStates = (states: number) => {
    const builder = new CallTreeBuilder();
    for (let state = 0; state < states; state++) builder.count(`STATE_${state}`, 1);
    return { tree: builder.finish(), sampleWeights: {} };
  };
  const nested = (name: string, deep: number) => {
    const builder = new CallTreeBuilder();
    for (let depth = 0; depth < deep; depth++) builder.open(name);
    return { tree: builder.finish(), sampleWeights: {} };
  };
  it.each<[string, Partial<PostAgentProfileCommandInput>]>([
    ['an empty body', { agentProfile: new Uint8Array() }],
    ['a negative count', { agentProfile: counts('-1') }],
    ['half a count', { agentProfile: counts('0.5') }],
    ['an infinite count', { agentProfile: counts('1e999') }],
    ['a count over 2^40', { agentProfile: counts('1099511627777') }],
    ['a start more than 15 minutes in the future', { agentProfile: startingAt(TEST_NOW + 15 * MINUTE + 1) }],
    ['17 MiB in a small gzip file', { agentProfile: gzipSync(Buffer.alloc(17 * 1024 * 1024, ' ')) }],
    ['33 thread states', { agentProfile: encodeJson(withStates(33)) }],
    ['a long name on many frames', { agentProfile: encodeIon(nested('x'.repeat(1e6), 70)) }],
    ['over a million values', { agentProfile: gzipSync(`{"callgraph":{},"x":[0${',0'.repeat(1e6)}]}`) }],
    ['much Ion text', { agentProfile: gzipSync(`{callgraph:{},x:"${' '.repeat(512 * 1024)}"}`) }],
    ['deeply nested Ion text', { agentProfile: gzipSync(`{callgraph:{},x:${'['.repeat(50_000)}`) }],
    ['an invalid start', { agentProfile: new TextEncoder().encode('{"start":-1,"callgraph":{}}') }],
    ['another content type', { contentType: 'text/plain' }],
    ['a token that violates the pattern', { profileToken: '../../x' }],
    ['a token of 65 characters', { profileToken: 'x'.repeat(65) }],
    ['a group that violates the pattern', { profilingGroupName: '..%2F' }],
  ])('refuses %s', async (_what, input) => {
    await expect(send(client, input)).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
    });
    expect(await readdir(join(local.folder, 'profiles'))).toEqual(['groups.json']);
  });

  it.each<[string, Uint8Array]>([
    ['garbage', new Uint8Array([1, 2, 3])],
    ['invalid UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
    ['truncated JSON', body.subarray(0, 40)],
    ['gzipped truncated JSON', gzipSync(body.subarray(0, 40))],
    ['truncated gzip', gzipSync(body).subarray(0, 40)],
    ['gzip in gzip', gzipSync(gzipSync(body))],
    ['truncated Ion', dumpBinary({ callgraph: { counts: { A: 1 } } }).subarray(0, 20)],
  ])('can’t read %s', async (_what, agentProfile) => {
    await expect(send(client, { agentProfile })).rejects.toMatchObject({
      name: 'SerializationException',
      $metadata: { httpStatusCode: 400 },
    });
    expect(await readdir(join(local.folder, 'profiles'))).toEqual(['groups.json']);
  });

  it.each<[string, unknown]>([
    ['a list', []],
    ['a text', 'main'],
    ['no call graph', { start: TEST_NOW }],
    ['a call graph that is a list', { callgraph: [] }],
    ['a frame that is a number', { callgraph: { children: { main: 1 } } }],
    ['children that are a text', { callgraph: { children: 'main' } }],
    ['counts that are a list', { callgraph: { counts: [1] } }],
    ['a count that is a text', { callgraph: { counts: { A: '1' } } }],
    ['a frame without a name in a list', { callgraph: { children: [{ counts: { A: 1 } }] } }],
  ])('refuses %s, in JSON and in Ion', async (_what, value) => {
    const json = new TextEncoder().encode(JSON.stringify(value));
    for (const agentProfile of [json, gzipSync(json), dumpBinary(value)]) {
      await expect(send(client, { agentProfile })).rejects.toMatchObject({ name: 'ValidationException' });
    }
  });

  it('states what is too large', async () => {
    const agentProfile = gzipSync(Buffer.alloc(17 * 1024 * 1024, ' '));
    await expect(send(client, { agentProfile })).rejects.toThrow(
      'agentProfile: The profile is larger than 16 MiB after decompression.',
    );
  });

  it('rejects an invalid profile of an unknown group for what is wrong with it', async () => {
    const input = { profilingGroupName: 'nobody', agentProfile: startingAt(TEST_NOW + 16 * MINUTE) };
    await expect(send(client, input)).rejects.toThrow('its start is more than 15 minutes in the future');
  });

  it('rejects an unknown group and creates no folder for it', async () => {
    await expect(send(client, { profilingGroupName: 'nobody' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
    expect(await readdir(join(local.folder, 'profiles'))).toEqual(['groups.json']);
  });
});

describe('PostAgentProfile with unusual profiles', () => {
  let local: StartedForTest;
  let client: CodeGuruProfilerClient;

  beforeAll(async () => {
    local = await startForTest({ sample: false });
    client = new CodeGuruProfilerClient(local.clientConfig);
  });
  afterAll(() => local.close());

  const NAMES = [
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    '1 MB '.repeat(200_000),
    'ä\u0000\ud83d\ude00',
  ];
  const post = (agentProfile: Uint8Array) => send(client, { agentProfile });
  const read = async (accept: string, from: Date) => {
    const range = { startTime: from, period: 'PT5M', accept };
    const { profile } = await client.send(
      new GetProfileCommand({ profilingGroupName: 'triptych-server', ...range }),
    );
    return decodeProfile(profile ?? new Uint8Array()).tree;
  };

  it.each([
    ['JSON', (text: string) => new TextEncoder().encode(text), 'application/json', '2026-11-24T08:00:00Z'],
    [
      'Ion text',
      (text: string) => new TextEncoder().encode(`$ion_1_0 ${text}`),
      '*/*',
      '2026-11-24T08:10:00Z',
    ],
  ])(
    'stores any name of a frame or a state in %s without touching a prototype',
    async (_format, encode, accept, at) => {
      const start = Date.parse(at);
      for (const name of NAMES.filter((text) => text.length < 1000 || accept !== '*/*')) {
        const quoted = JSON.stringify(name);
        const frame = `{"counts":{${quoted.slice(0, 30).endsWith('"') ? quoted : '"A"'}:1},"children":{${quoted}:{"counts":{"A":1}}}}`;
        const metadata = '{"sampleWeights":{"__proto__":5},"__proto__":{"polluted":true}}';
        const text = `{"start":${start},"__proto__":{"polluted":1},"agentMetadata":${metadata},"callgraph":{"children":{${quoted}:${frame}}}}`;
        expect((await post(encode(text))).$metadata.httpStatusCode).toBe(204);
      }
      const tree = await read(accept, new Date(start));
      const expected = NAMES.filter((text) => text.length < 1000 || accept !== '*/*');
      expect(tree.names.toSorted()).toEqual(['', ...expected].toSorted());
      expect(tree.total.reduce((sum, column) => sum + (column[0] ?? 0), 0)).toBe(2 * expected.length);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  );

  it.each([
    ['JSON', encodeJson, 'application/json', '2026-11-24T09:00:00Z'],
    ['Ion', encodeIon, 'application/x-amzn-ion', '2026-11-24T09:10:00Z'],
  ])('stores profiles 10,000 and 100,000 frames deep in %s', async (_format, encode, accept, at) => {
    for (const deep of [10_000, 100_000]) {
      const builder = new CallTreeBuilder();
      for (let depth = 0; depth < deep; depth++) builder.open(`f${depth % 7}`);
      builder.count('RUNNABLE', 3);
      await post(encode({ tree: builder.finish(), start: Date.parse(at), sampleWeights: {} }));
      const tree = await read(accept, new Date(at));
      expect(tree.depth[deep]).toBe(deep);
    }
  });

  it('cuts a profile 10,000 frames deep at any depth', async () => {
    const range = { startTime: new Date('2026-11-24T09:00:00Z'), period: 'PT5M', maxDepth: 10_000 };
    const { profile } = await client.send(
      new GetProfileCommand({ profilingGroupName: 'triptych-server', ...range }),
    );
    const { tree } = decodeProfile(profile ?? new Uint8Array());
    expect([tree.name.length, tree.total[0]?.[0]]).toEqual([10_001, 6]);
  });
});

describe('PostAgentProfile at its limits', () => {
  const frames = (count: number) => {
    const children = Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, {}]));
    return JSON.stringify({ callgraph: { children } });
  };

  it.each([
    ['JSON', (text: string) => new TextEncoder().encode(text)],
    ['Ion', (text: string) => dumpBinary(JSON.parse(text))],
  ])('accepts %s with as many frames and values as local-aws was opened with', async (_format, encoded) => {
    const maxPost = { ...MAX_POST, bytes: 1000, textIonBytes: 1000, frames: 3, values: 50 };
    const local = await startForTest({ sample: false, maxPost });
    const client = new CodeGuruProfilerClient(local.clientConfig);
    const post = (text: string) => send(client, { agentProfile: encoded(text) });
    const values = (count: number) => JSON.stringify({ callgraph: { line: Array(count).fill(1) } });
    await post(frames(3));
    await expect(post(frames(4))).rejects.toThrow('The profile has more than 3 frames.');
    await post(values(40));
    await expect(post(values(60))).rejects.toThrow('The profile has more than 50 values.');
    await local.close();
  });

  it('accepts a start 15 minutes in the future and counts up to 2^40', async () => {
    const local = await startForTest({ sample: false });
    const client = new CodeGuruProfilerClient(local.clientConfig);
    const start = new Date(TEST_NOW + 15 * MINUTE).toISOString();
    const agentProfileAhead = agentProfile(start, 'main 1099511627776');
    const { $metadata } = await send(client, { agentProfile: agentProfileAhead });
    expect($metadata.httpStatusCode).toBe(204);
    await local.close();
  });
});
