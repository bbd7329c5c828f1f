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
import { randomNumbers } from './random';

/**
 * local-aws as a profile server: merging the posts of a day, agents that post continuously, and starting with a full folder.
 * The server and the agents are separate processes.
 */
const GROUP = 'triptych-server';
const NOW = Date.parse('2026-11-24T00:05:00Z');
const DAY_START = NOW - 5 * MINUTE - DAY;
const WINDOWS_PER_DAY = 288;
const POSTS_PER_SECOND = 10;
const POSTING_MS = 12_000;
/** Sent one by one before measuring the steady state. */
const WARM_UP_POSTS = 24;

/** A profile of a Java service: some 40 frames deep, some 12,000 different names, with files and lines. */
function profileOf(frames: number, seed: number, start: number): Profile {
  const random = randomNumbers(seed);
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

/** A random subset of the stacks of a profile with about `frames` frames, like one of many posts of a service. */
function partOf({ tree, ...envelope }: Profile, frames: number, seed: number, start: number): Profile {
  const random = randomNumbers(seed);
  const isKept = new Uint8Array(tree.name.length);
  for (let kept = 0; kept < frames; ) {
    let node = Math.floor(random() * tree.name.length);
    for (; node > 0 && isKept[node] === 0; node = tree.parent[node] ?? 0) {
      isKept[node] = 1;
      kept += 1;
    }
  }
  const part = keepNodes(tree, (node) => isKept[node] === 1);
  // Like a decoded post, the part has only the texts of its frames.
  return decodeProfile(encodeJson({ ...envelope, tree: part, start, end: start + 5 * MINUTE }));
}

type Started = { child: ChildProcess; url: string; ms: number };

async function startServer(folder: string): Promise<Started> {
  const start = performance.now();
  const args = ['--port', '0', '--data', folder, '--no-sample', '--now', new Date(NOW).toISOString()];
  const child = fork(join(import.meta.dirname, '../bin/local-aws.ts'), args, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (!child.stdout) throw new Error('The server has no output.');
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /listening on (\S+)/.exec(line) ?? [];
    if (url) return { child, url, ms: performance.now() - start };
  }
  throw new Error('The server did not start.');
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

/** Requests a day of 288 posts of 3,000 frames from a new process without roll-ups, then again. */
function day(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const groupFolder = join(folder, 'profiles', GROUP);
    const posted = await PostedProfiles.open(groupFolder, NOW);
    const service = profileOf(12_000, 1, DAY_START);
    for (let window = 0; window < WINDOWS_PER_DAY; window++) {
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

/** Posts 30,000 frames ten times a second from another process, and measures other requests meanwhile. */
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
    if (files !== posts.length + WARM_UP_POSTS || refused > 0) throw new Error('Posts were refused or lost.');
    await stop(server);
    const bound = { limit: 500, unit: 'ms' };
    return [
      { name: 'PostAgentProfile of 30,000 frames, 10 per second, p99', value: p99(posts), ...bound },
      { name: 'PostAgentProfile of 30,000 frames, 10 per second, median', value: median(posts), ...bound },
      { name: 'ListProfilingGroups meanwhile, p99', value: p99(lists), limit: 250, unit: 'ms' },
    ];
  });
}

const p99 = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN;

async function repeatedly(url: string, everyMs: number, isRunning: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (isRunning()) {
    await after(everyMs);
    times.push(await timed(() => fetch(url).then((answer) => answer.arrayBuffer())));
  }
  return times;
}

/** The agents. Posts are encoded in advance as JSON and Ion, every other one gzipped, and sent on schedule without waiting. */
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
  const inFlight: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let i = 0; i < (POSTING_MS / 1000) * POSTS_PER_SECOND; i++) {
    inFlight.push(timedPost(i));
    await after(startedAt + ((i + 1) * 1000) / POSTS_PER_SECOND - performance.now());
  }
  await Promise.all(inFlight);
  process.send?.({ posts, refused } satisfies Latencies);
}

/** Starts with five groups, each with posts every five minutes for 15 days. */
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
    return [{ name: 'start with 21,600 posts', value: median(starts), limit: 3000, unit: 'ms' }];
  });
}

const isoDay = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** Only the codecs, for 100,000 frames. */
async function codecs(): Promise<Figure[]> {
  const profile = profileOf(100_000, 1, NOW);
  const ion = encodeIon(profile);
  const medianTime = async (work: () => unknown) => {
    const times: number[] = [];
    for (let run = 0; run < 5; run++) times.push(await timed(async () => work()));
    return median(times);
  };
  return [
    {
      name: 'encodeIon of 100,000 frames',
      value: await medianTime(() => encodeIon(profile)),
      limit: 500,
      unit: 'ms',
    },
    {
      name: 'decodeProfile of 100,000 frames of Ion',
      value: await medianTime(() => decodeProfile(ion)),
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
