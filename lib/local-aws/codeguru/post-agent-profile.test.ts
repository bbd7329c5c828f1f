import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
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
import { type StartedForTest, startForTest, TEST_NOW } from '@/lib/local-aws/started-for-test';
import { decodeProfile } from '@/lib/profile/decode';
import { print } from '@/lib/profile/text';
import { DAY, MINUTE } from '@/lib/time/duration';
import { agentProfile } from './agent-profile-for-test';

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
  ])('takes %s', async (_format, contentType, payload) => {
    const { $metadata } = await post({ agentProfile: payload, contentType });
    expect($metadata.httpStatusCode).toBe(204);
    expect(await read()).toEqual(['main 1']);
  });

  it('takes a body with Content-Encoding gzip', async () => {
    const url = `${local.clientConfig.endpoint}/profilingGroups/triptych-server/agentProfile`;
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect((await fetch(url, { method: 'POST', headers, body: gzipSync(body) })).status).toBe(204);
    expect(await read()).toEqual(['main 1']);
  });

  it('keeps what it acknowledged, over a restart', async () => {
    await post();
    await restart();
    expect(await read()).toEqual(['main 1']);
  });

  it('adds posts of one window up, each in the window of its start', async () => {
    await post();
    await post({ agentProfile: agentProfile('2026-11-24T14:00:00Z', 'main 2\n  inner 3') });
    await post({ agentProfile: agentProfile('2026-11-24T14:05:00Z', 'later 4') });
    expect(await read()).toEqual(['main 3', '  inner 3']);
  });

  it('counts a token once in 24 hours, over restarts and however often it comes at once', async () => {
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

  it('makes damaged roll-ups again, and serves the rest when a post is damaged', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    await post({ agentProfile: agentProfile('2026-11-24T10:01:00Z', 'main 1') });
    await post({ agentProfile: agentProfile('2026-11-24T10:31:00Z', 'main 2') });
    const hour = () => read('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z');
    await hour();
    const [rollUp = ''] = await readdir(join(profiles(), 'roll-ups'));
    await writeFile(join(profiles(), 'roll-ups', rollUp), 'damaged');
    await restart();
    expect(await hour()).toEqual(['main 3']);

    await post({ agentProfile: agentProfile('2026-11-24T10:45:00Z', 'main 4') });
    const files = await readdir(join(profiles(), '2026-11-24'));
    await writeFile(
      join(profiles(), '2026-11-24', files.find((name) => name.startsWith('1000')) ?? ''),
      'damaged',
    );
    expect(await hour()).toEqual(['main 6']);
    expect(log).toHaveBeenCalled();
    log.mockRestore();
  });

  it('rolls an hour up once a post comes for the next', async () => {
    await post({ agentProfile: agentProfile('2026-11-24T10:01:00Z', 'main 1') });
    await post({ agentProfile: agentProfile('2026-11-24T10:59:00Z', 'main 2') });
    await post({ agentProfile: agentProfile('2026-11-24T11:01:00Z', 'main 4') });
    await restart();
    expect(await readdir(join(profiles(), 'roll-ups'))).toEqual([
      `PT1H-${Date.parse('2026-11-24T10:00:00Z')}-2.gz`,
    ]);
    expect(await read('2026-11-24T10:00:00Z', '2026-11-24T12:00:00Z')).toEqual(['main 7']);
  });

  it('forgets what was never acknowledged', async () => {
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

  it('sets a damaged file of groups aside and still knows the group', async () => {
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

describe('what PostAgentProfile refuses', () => {
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
  it.each<[string, Partial<PostAgentProfileCommandInput>]>([
    ['garbage', { agentProfile: new Uint8Array([1, 2, 3]) }],
    ['an empty body', { agentProfile: new Uint8Array() }],
    ['a negative count', { agentProfile: counts('-1') }],
    ['half a count', { agentProfile: counts('0.5') }],
    ['a count beyond all numbers', { agentProfile: counts('1e999') }],
    ['a count over 2^40', { agentProfile: counts('1099511627777') }],
    ['a start more than 15 minutes ahead', { agentProfile: startingAt(TEST_NOW + 15 * MINUTE + 1) }],
    ['17 MiB in a small zip', { agentProfile: gzipSync(Buffer.alloc(17 * 1024 * 1024, ' ')) }],
    ['a zip in a zip', { agentProfile: gzipSync(gzipSync(body)) }],
    ['over a million values', { agentProfile: gzipSync(`{"callgraph":{},"x":[0${',0'.repeat(1e6)}]}`) }],
    ['much Ion text', { agentProfile: gzipSync(`{callgraph:{},x:"${' '.repeat(512 * 1024)}"}`) }],
    ['Ion text nested deep', { agentProfile: gzipSync(`{callgraph:{},x:${'['.repeat(50_000)}`) }],
    ['a start that is not a time', { agentProfile: new TextEncoder().encode('{"start":-1,"callgraph":{}}') }],
    ['another content type', { contentType: 'text/plain' }],
    ['a token out of pattern', { profileToken: '../../x' }],
    ['a token of 65 characters', { profileToken: 'x'.repeat(65) }],
    ['a group out of pattern', { profilingGroupName: '..%2F' }],
  ])('refuses %s', async (_what, input) => {
    await expect(send(client, input)).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
    });
    expect(await readdir(join(local.folder, 'profiles'))).toEqual(['groups.json']);
  });

  it('says what is too large', async () => {
    const agentProfile = gzipSync(Buffer.alloc(17 * 1024 * 1024, ' '));
    await expect(send(client, { agentProfile })).rejects.toThrow(
      'agentProfile: The profile is larger than 16 MiB once unzipped.',
    );
  });

  it('does not know other groups, and makes no folder for them', async () => {
    await expect(send(client, { profilingGroupName: 'nobody' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
    expect(await readdir(join(local.folder, 'profiles'))).toEqual(['groups.json']);
  });
});

describe('the largest post', () => {
  const frames = (count: number) => {
    const children = Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, {}]));
    return JSON.stringify({ callgraph: { children } });
  };

  it.each([
    ['JSON', (text: string) => new TextEncoder().encode(text)],
    ['Ion', (text: string) => dumpBinary(JSON.parse(text))],
  ])('of %s may have the frames and values that local-aws was opened with', async (_format, encoded) => {
    const largestPost = { bytes: 1000, textIonBytes: 1000, frames: 3, values: 50 };
    const local = await startForTest({ sample: false, largestPost });
    const client = new CodeGuruProfilerClient(local.clientConfig);
    const post = (text: string) => send(client, { agentProfile: encoded(text) });
    const values = (count: number) => JSON.stringify({ callgraph: {}, line: Array(count).fill(1) });
    await post(frames(3));
    await expect(post(frames(4))).rejects.toThrow('The profile has more than 3 frames.');
    await post(values(40));
    await expect(post(values(60))).rejects.toThrow('The profile has more than 50 values.');
    await local.close();
  });

  it('may start 15 minutes ahead and count to 2^40', async () => {
    const local = await startForTest({ sample: false });
    const client = new CodeGuruProfilerClient(local.clientConfig);
    const start = new Date(TEST_NOW + 15 * MINUTE).toISOString();
    const agentProfileAhead = agentProfile(start, 'main 1099511627776');
    const { $metadata } = await send(client, { agentProfile: agentProfileAhead });
    expect($metadata.httpStatusCode).toBe(204);
    await local.close();
  });
});
