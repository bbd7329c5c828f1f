import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  CodeGuruProfilerClient,
  DescribeProfilingGroupCommand,
  GetProfileCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '@/lib/local-aws/started-for-test';
import { decodeProfile } from '@/lib/profile/codec/decode';
import { writePprof } from '@/lib/profile/export/writers/pprof';
import { callTree, print } from '@/lib/profile/testing/text';
import { profileCommand } from './command-for-test';
import { push } from './push';

const AT = '2026-11-24T14:01:00Z';
const WINDOW = '?from=2026-11-24T14:00:00Z&to=2026-11-24T14:05:00Z';

let local: StartedForTest;
let client: CodeGuruProfilerClient;
let folder: string;

beforeAll(async () => {
  local = await startForTest({ sample: false });
  client = new CodeGuruProfilerClient(local.clientConfig);
  folder = await mkdtemp(join(tmpdir(), 'profile-push-'));
});
afterAll(async () => {
  await local.close();
  await rm(folder, { recursive: true });
});

async function saved(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

const pushed = (file: string, ...more: string[]) =>
  push([file, '--endpoint', local.clientConfig.endpoint, '--at', AT, ...more], {});

async function inGroup(profilingGroupName: string, startTime = '2026-11-24T14:00:00Z') {
  const range = { startTime: new Date(startTime), period: 'PT5M', accept: 'application/json' };
  const { profile } = await client.send(new GetProfileCommand({ profilingGroupName, ...range }));
  return decodeProfile(profile ?? new Uint8Array());
}

describe('npm run profile -- push', () => {
  it('posts a file of node --cpu-prof and reports where it is', async () => {
    const program = 'const end = Date.now() + 60; while (Date.now() < end) JSON.parse("[1,2,3]")';
    execFileSync(process.execPath, ['--cpu-prof', '--cpu-prof-dir', folder, '-e', program]);
    const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
    const args = ['push', join(folder, file), '--group', 'shop', '--endpoint', local.clientConfig.endpoint];
    const { out, error, status } = await profileCommand([...args, '--at', AT]);
    expect([status, error]).toEqual([0, '']);
    expect(out).toContain(`Pushed ${file} (V8 CPU profile) to the new profiling group shop.`);
    expect(out).toMatch(/samples {3}[\d,]+ \(RUNNABLE [\d,]+/);
    expect(out).toContain('24 Nov 2026, 14:00 – 14:05 UTC');
    expect(out).toContain(`On the dashboard: /profiles/shop${WINDOW}`);
    const { tree, sampleWeights } = await inGroup('shop');
    expect(tree.states).toContain('RUNNABLE');
    expect(sampleWeights.RUNNABLE).toBeGreaterThan(10);
  });

  it.each([
    ['invalid arguments', ['push'], 2, 'profile: push takes one file.'],
    ['a file that is not there', ['push', 'nowhere.folded'], 1, 'profile: There is no file nowhere.folded.'],
  ])('exits with the status for %s', async (_what, args, status, error) => {
    expect(await profileCommand(args)).toEqual({ out: '', error, status });
  });
});

describe('push', () => {
  const tree = callTree(`
    main 0
      parse RUNNABLE=30 BLOCKED=2
      <Sleep> IDLE=400
  `);

  it('keeps the thread states of our own pprof files', async () => {
    const start = Date.parse(AT);
    const written = writePprof({ tree, start, end: start + 60_000, sampleWeights: {} }, tree.states, {
      group: 'g',
      range: 'r',
    });
    const file = await saved('own.pb.gz', gzipSync(Buffer.concat([...written.chunks()])));
    const report = await pushed(file);
    expect(report).toContain('Pushed own.pb.gz (pprof profile) to the new profiling group own.');
    expect(report).toContain('samples   432 (RUNNABLE 30, BLOCKED 2, IDLE 400)');
    expect(report).toContain('frames    3 of 3 functions, 2 deep');
    const got = await inGroup('own');
    expect(print(got.tree)).toEqual(print(tree));
    expect([got.start, got.end]).toEqual([
      Date.parse('2026-11-24T14:00:00Z'),
      Date.parse('2026-11-24T14:05:00Z'),
    ]);
    expect(got.sampleWeights.IDLE).toBeCloseTo(432 / 60);
  });

  it('adds to an existing group, in the given state and in whole samples', async () => {
    const file = await saved('stacks.txt', 'main;a 1.5\nmain;b 1.5\nmain 1\n');
    await pushed(file, '--group', 'folded', '--state', 'WALL_TIME');
    const report = await pushed(file, '--group', 'folded', '--state', 'WALL_TIME');
    expect(report).toContain('to the profiling group folded.');
    expect(report).toContain('samples   4 (WALL_TIME 4)');
    const { tree: got } = await inGroup('folded');
    expect(got.total.map((column) => column[0])).toEqual([8]);
  });

  it('creates the same kind of group as create', async () => {
    await pushed(await saved('kind.folded', 'main 1'));
    const { profilingGroup } = await client.send(
      new DescribeProfilingGroupCommand({ profilingGroupName: 'kind' }),
    );
    expect(profilingGroup).toMatchObject({ computePlatform: 'Default' });
  });

  it('notes that stacks were cut', async () => {
    const report = await pushed(await saved('deep.folded', `${'a;'.repeat(10_001)}b 5`));
    expect(report).toContain('note      1 stack is deeper than 10,000 frames');
    expect((await inGroup('deep')).tree.depth.at(-1)).toBe(10_000);
  });

  it.each([
    ['nothing', 'empty.folded', '', 'It is empty.'],
    ['no samples', 'none.folded', 'main 0', 'It has no samples.'],
    ['prose', 'prose.txt', 'hello', 'It looks like folded stacks, but line 1 has no count'],
    [
      'a picture',
      'a.png',
      Buffer.from('89504e470d0a1a0a0000', 'hex'),
      'It is neither text nor a complete pprof',
    ],
    ['another JSON', 'b.json', '{"a":1}', 'It is JSON, but neither a V8 CPU profile,'],
  ])('rejects %s and creates no group', async (_what, name, content, words) => {
    const file = await saved(name, content);
    await expect(pushed(file, '--group', 'unmade')).rejects.toThrow(`${file} can't be pushed. ${words}`);
    await expect(inGroup('unmade')).rejects.toThrow(
      expect.objectContaining({ name: 'ResourceNotFoundException' }),
    );
  });

  it('reports why the server rejected it, and leaves no empty group', async () => {
    const file = await saved('ahead.folded', 'main 1');
    const late = push([file, '--endpoint', local.clientConfig.endpoint, '--at', '2026-11-25T00:00:00Z'], {});
    await expect(late).rejects.toThrow(`${file} can't be pushed.`);
    await expect(late).rejects.toThrow(
      `${file} can't be pushed. Its start is more than 15 minutes in the future.`,
    );
    await expect(inGroup('ahead')).rejects.toThrow(
      expect.objectContaining({ name: 'ResourceNotFoundException' }),
    );
  });

  it('reports that a folder is not a file, and that nothing is listening', async () => {
    await expect(pushed(folder, '--group', 'g')).rejects.toThrow(`${folder} is not a file.`);
    const file = await saved('alone.folded', 'main 1');
    const lost = push([file, '--endpoint', 'http://127.0.0.1:1'], {});
    await expect(lost).rejects.toThrow(`${file} was not pushed. Nothing is listening at http://127.0.0.1:1.`);
  });

  it.each([
    ['two files', ['a', 'b'], 'push takes one file.'],
    ['a malformed group', ['a', '--group', 'a b'], 'The name of a profiling group has'],
    ['a state in small letters', ['a', '--state', 'idle'], '--state takes a thread state in capitals'],
    ['a time without its zone', ['a', '--at', '2026-11-24'], '--at takes a date and time with its zone'],
    ['an unknown option', ['a', '--fast'], "Unknown option '--fast'"],
  ])('rejects %s with a sentence', async (_what, args, sentence) => {
    await expect(push(args, {})).rejects.toThrow(expect.objectContaining({ name: 'UsageError' }));
    await expect(push(args, {})).rejects.toThrow(sentence);
  });
});
