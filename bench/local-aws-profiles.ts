import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as after } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { PostedProfiles } from '@/lib/local-aws/codeguru/store/posted-profiles';
import { decodeProfile } from '@/lib/profile/codec/decode';
import { encodeIon, encodeJson } from '@/lib/profile/codec/encode';
import { mergeTrees } from '@/lib/profile/transform/merge';
import type { Profile } from '@/lib/profile/tree/call-tree';
import { CallTreeBuilder } from '@/lib/profile/tree/call-tree-builder';
import { keepNodes } from '@/lib/profile/tree/keep-nodes';
import { DAY, MINUTE } from '@/lib/time/duration';
import { type Figure, median, report, timed } from './figure';

/**
 * local-aws as a profile server: a day put together from its posts, agents that post without a pause, the start on a
 * full folder. The server and the agents are processes of their own.
 */
const GROUP = 'triptych-server';
const NOW = Date.parse('2026-11-24T00:05:00Z');
const DAY_START = NOW - 5 * MINUTE - DAY;
const WINDOWS_A_DAY = 288;
const POSTS_A_SECOND = 10;
const POSTING_MS = 12_000;
/** Sent before, one after the other: what is measured goes on for long. */
const WARM_UP_POSTS = 24;

/** A call tree of a Java service: some 40 deep, names from some 12,000, files and lines. */
function profileOf(frames: number, seed: number, start: number): Profile {
  const random = randomOf(seed);
  const builder = new CallTreeBuilder();
  let depth = 0;
  for (let frame = 0; frame < frames; frame++) {
    for (; depth > 0 && (depth > 40 || random() < 0.35); depth--) builder.close();
    const method = Math.floor(random() ** 2 * 12_000);
    const owner = `com.example.shop.module${method % 97}.Service${method % 311}`;
    builder.open(`${owner}:method${method}`);
    builder.inFile(`src/main/java/com/example/shop/Service${method % 311}.java`);
    builder.atLines(1 + (method % 900), 1 + (method % 900) + (frame % 5));
    if (random() < 0.5) builder.count('RUNNABLE', 1 + Math.floor(random() * 50));
    if (random() < 0.1) builder.count('WAITING', 1 + Math.floor(random() * 50));
    depth += 1;
  }
  const tree = mergeTrees([builder.finish()]);
  return { tree, start, end: start + 5 * MINUTE, sampleWeights: { RUNNABLE: 1, WAITING: 1 } };
}

/** About so many frames of a profile: some of its stacks, as one of many posts of a service has them. */
function partOf({ tree, ...envelope }: Profile, frames: number, seed: number, start: number): Profile {
  const random = randomOf(seed);
  const isKept = new Uint8Array(tree.name.length);
  for (let kept = 0; kept < frames; ) {
    let node = Math.floor(random() * tree.name.length);
    for (; node > 0 && isKept[node] === 0; node = tree.parent[node] ?? 0) {
      isKept[node] = 1;
      kept += 1;
    }
  }
  const part = keepNodes(tree, (node) => isKept[node] === 1);
  // As a decoded post has it: with no more texts than its frames.
  return decodeProfile(encodeJson({ ...envelope, tree: part, start, end: start + 5 * MINUTE }));
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Started = { child: ChildProcess; url: string; ms: number };

async function startServer(folder: string): Promise<Started> {
  const start = performance.now();
  const args = ['--port', '0', '--data', folder, '--no-sample', '--now', new Date(NOW).toISOString()];
  const child = fork(join(import.meta.dirname, '../bin/local-aws.ts'), args, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (!child.stdout) throw new Error('the server has no output');
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /listening on (\S+)/.exec(line) ?? [];
    if (url) return { child, url, ms: performance.now() - start };
  }
  throw new Error('the server did not start');
}

async function stop({ child }: Started): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'triptych-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function get(url: string, accept = 'application/json'): Promise<Uint8Array> {
  const answer = await fetch(url, { headers: { accept, 'accept-encoding': 'identity' } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return new Uint8Array(await answer.arrayBuffer());
}

const dayOf = (url: string) =>
  `${url}/profilingGroups/${GROUP}/profile?startTime=${new Date(DAY_START).toISOString()}&period=P1D`;

/** A day of 288 posts of 3,000 frames, asked of a fresh process that has nothing rolled up, then once more. */
function day(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const groupFolder = join(folder, 'profiles', GROUP);
    const posted = await PostedProfiles.open(groupFolder, NOW);
    const service = profileOf(12_000, 1, DAY_START);
    for (let window = 0; window < WINDOWS_A_DAY; window++) {
      const start = DAY_START + window * 5 * MINUTE;
      const profile = partOf(service, 3000, window, start);
      await posted.add({ profile, start, token: `post-${window}`, receivedAt: start + 5 * MINUTE });
    }
    await posted.stopRollingUp();
    const cold: number[] = [];
    const warm: number[] = [];
    for (let run = 0; run < 3; run++) {
      await rm(join(groupFolder, 'roll-ups'), { recursive: true, force: true });
      const server = await startServer(folder);
      cold.push(await timed(() => get(dayOf(server.url))));
      warm.push(await timed(() => get(dayOf(server.url))));
      if (run === 0)
        console.log(`the day: ${decodeProfile(await get(dayOf(server.url))).tree.name.length} frames`);
      await stop(server);
    }
    return [
      { name: 'GetProfile of a day of 288 posts, cold', value: median(cold), limit: 1000, unit: 'ms' },
      { name: 'GetProfile of a day of 288 posts, warm', value: median(warm), limit: 50, unit: 'ms' },
    ];
  });
}

type Latencies = { posts: number[]; refused: number };

/** 10 posts a second of 30,000 frames each from another process, and what others wait for meanwhile. */
function posting(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const server = await startServer(folder);
    const agents = fork(import.meta.filename, ['--agents', server.url], { execArgv: ['--import', 'tsx'] });
    await once(agents, 'message');
    const posted = once(agents, 'message');
    let isPosting = true;
    const others = repeatedly(`${server.url}/profilingGroups`, 50, () => isPosting);
    agents.send('start');
    const [{ posts, refused }] = (await posted) as [Latencies];
    isPosting = false;
    const lists = await others;
    agents.kill();
    const [dayFolder = ''] = (await readdir(join(folder, 'profiles', GROUP))).filter(
      (name) => name !== 'roll-ups',
    );
    const files = (await readdir(join(folder, 'profiles', GROUP, dayFolder))).length;
    console.log(
      `${posts.length} posts in ${POSTING_MS / 1000} s, ${refused} refused, ${files} files on disk`,
    );
    if (files !== posts.length + WARM_UP_POSTS || refused > 0) throw new Error('posts were refused or lost');
    await stop(server);
    const held = { limit: 500, unit: 'ms' };
    return [
      { name: 'PostAgentProfile of 30,000 frames, 10 a second, p99', value: p99(posts), ...held },
      { name: 'PostAgentProfile of 30,000 frames, 10 a second, median', value: median(posts), ...held },
      { name: 'ListProfilingGroups meanwhile, p99', value: p99(lists), limit: 250, unit: 'ms' },
    ];
  });
}

const p99 = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN;

async function repeatedly(url: string, everyMs: number, goesOn: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (goesOn()) {
    await after(everyMs);
    times.push(await timed(() => fetch(url).then((answer) => answer.arrayBuffer())));
  }
  return times;
}

/** The agents: posts are encoded before, in JSON and Ion, every other one gzipped, and sent at their times whatever the answers. */
async function agents(url: string): Promise<void> {
  const start = NOW - MINUTE;
  const service = profileOf(60_000, 1, start);
  const bodies = Array.from({ length: 8 }, (_, i) => {
    const profile = partOf(service, 30_000, i, start);
    const isJson = i % 4 !== 3;
    const bytes = isJson ? encodeJson(profile) : encodeIon(profile);
    const body = new Uint8Array(i % 2 === 0 ? bytes : gzipSync(bytes));
    return { body, type: isJson ? 'application/json' : 'application/x-amzn-ion' };
  });
  const post = async (token: string, number: number) => {
    const { body, type } = bodies[number % bodies.length] ?? { body: new Uint8Array(), type: '' };
    const target = `${url}/profilingGroups/${GROUP}/agentProfile?profileToken=${token}`;
    return fetch(target, { method: 'POST', headers: { 'content-type': type }, body });
  };
  for (let i = 0; i < WARM_UP_POSTS; i++) await post(`warm-up-${i}`, i);
  process.send?.('ready');
  await once(process, 'message');
  const posts: number[] = [];
  let refused = 0;
  const timedPost = async (number: number) => {
    const sent = performance.now();
    const { status } = await post(`post-${number}`, number);
    posts.push(performance.now() - sent);
    if (status !== 204) refused += 1;
  };
  const underWay: Promise<void>[] = [];
  const began = performance.now();
  for (let i = 0; i < (POSTING_MS / 1000) * POSTS_A_SECOND; i++) {
    underWay.push(timedPost(i));
    await after(began + ((i + 1) * 1000) / POSTS_A_SECOND - performance.now());
  }
  await Promise.all(underWay);
  process.send?.({ posts, refused } satisfies Latencies);
}

/** The start on 5 groups of 15 days of posts every 5 minutes. */
function starting(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const from = DAY_START - 14 * DAY;
    for (let group = 0; group < 5; group++) {
      const groupFolder = join(folder, 'profiles', `service-${group}`);
      const posted = await PostedProfiles.open(groupFolder, NOW);
      const profile = profileOf(3000, group, from);
      await posted.add({ profile, start: from, token: 'first', receivedAt: from });
      const [first = ''] = await readdir(join(groupFolder, isoDay(from)));
      for (let at = from + 5 * MINUTE; at < DAY_START + DAY; at += 5 * MINUTE) {
        const name = `${new Date(at).toISOString().slice(11, 16).replace(':', '')}-${at}-post-${at}.gz`;
        await mkdir(join(groupFolder, isoDay(at)), { recursive: true });
        await link(join(groupFolder, isoDay(from), first), join(groupFolder, isoDay(at), name));
      }
    }
    const starts: number[] = [];
    for (let run = 0; run < 3; run++) {
      const server = await startServer(folder);
      starts.push(server.ms);
      await stop(server);
    }
    return [{ name: 'start on 21,600 posts', value: median(starts), limit: 3000, unit: 'ms' }];
  });
}

const isoDay = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** The codecs alone, on 100,000 frames. */
async function codecs(): Promise<Figure[]> {
  const profile = profileOf(100_000, 1, NOW);
  const ion = encodeIon(profile);
  const best = async (work: () => unknown) => {
    const times: number[] = [];
    for (let run = 0; run < 5; run++) times.push(await timed(async () => work()));
    return median(times);
  };
  return [
    {
      name: 'encodeIon of 100,000 frames',
      value: await best(() => encodeIon(profile)),
      limit: 500,
      unit: 'ms',
    },
    {
      name: 'decodeProfile of 100,000 frames of Ion',
      value: await best(() => decodeProfile(ion)),
      limit: 500,
      unit: 'ms',
    },
  ];
}

const [mode, url = ''] = process.argv.slice(2);
if (mode === '--agents') await agents(url);
else {
  const parts = { day, posting, starting, codecs };
  const chosen = Object.entries(parts).filter(([name]) => !mode || mode === name);
  const figures: Figure[] = [];
  for (const [, part] of chosen) figures.push(...(await part()));
  await report('local-aws-profiles', figures);
}
