import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, type IncomingMessage, request as open } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { buildDashboard } from '@/bin/build';
import { fuzzArgs } from '@/bin/fuzz-args';
import { TEST_NOW } from '@/e2e/servers';
import { TriptychProcess } from '@/e2e/triptych-process';
import type { KnownValues } from '@/lib/local-aws/fuzz/values';
import { report } from '../figure';
import { dashboardRequests, type FuzzRequest, type OpenApi } from './dashboard-requests';

/** `npm run fuzz:dashboard -- [COUNT] [--seed N]` sends garbage to a dashboard with sample data. Exits with status 1 when it finds something. */
const CONCURRENCY = 8;
const MAX_WAIT_MS = 30_000;
const MAX_PRINTED = 20;
const BATCH = 2000;
/** Text that only the server's code, machine or dependencies produce. */
const INTERNALS = /node_modules|\.tsx?:\d|\n\s+at |\.next\/|arn:aws|AKIA|ECONN|ENOENT/;

const { count, seed } = fuzzArgs('fuzz:dashboard', 200_000);

type Finding = { request: FuzzRequest; problem: string };

const folder = await mkdtemp(join(tmpdir(), 'triptych-fuzz-'));
const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
const statuses = new Map<number, number>();
const findings: Finding[] = [];
let slowestMs = 0;
let slowest = '';

await buildDashboard();
const triptych = new TriptychProcess(['--data', folder, '--now', TEST_NOW], {
  TRIPTYCH_REQUESTS_PER_MINUTE: '1000000',
});
try {
  const url = await triptych.printed(/triptych listening on (http:\S+)/);
  const requests = dashboardRequests(
    await json<OpenApi>(`${url}/api/openapi.json`),
    await knownValues(url),
    url,
  );
  console.log(`${count} requests, --seed ${seed} …`);
  for (let sent = 0; sent < count; sent += BATCH) {
    const some = fc.sample(requests, { numRuns: Math.min(BATCH, count - sent), seed: seed + sent });
    const queue = some.values();
    await Promise.all(Array.from({ length: CONCURRENCY }, () => work(url, queue)));
    console.log(`${Math.min(sent + BATCH, count)} of ${count}, ${findings.length} findings`);
  }
  await json(`${url}/healthz`);
} finally {
  agent.destroy();
  await triptych.stop();
  await rm(folder, { recursive: true, force: true });
}
console.log('Slowest answer:', slowest);
console.log('Responses by status:', Object.fromEntries([...statuses].sort()));
for (const { request, problem } of findings.slice(0, MAX_PRINTED)) {
  const body = request.body && Buffer.from(request.body).toString().slice(0, 300);
  console.error(
    `${problem}\n  ${request.method} ${request.path.slice(0, 300)} ${JSON.stringify(request.headers)} ${body ?? ''}`,
  );
}
await report('fuzz', [
  { name: 'requests', value: count, limit: Number.NaN, unit: '' },
  { name: 'findings', value: findings.length, limit: 0, unit: '' },
  { name: 'slowest answer', value: slowestMs, limit: MAX_WAIT_MS, unit: 'ms' },
]);
process.exitCode = findings.length > 0 ? 1 : 0;

async function work(url: string, queue: Iterable<FuzzRequest>): Promise<void> {
  for (const request of queue) {
    const start = performance.now();
    const problem = await problemWith(url, request);
    const ms = performance.now() - start;
    if (ms > slowestMs) slowest = `${request.method} ${request.path.slice(0, 300)}`;
    slowestMs = Math.max(slowestMs, ms);
    if (problem !== undefined) findings.push({ request, problem });
  }
}

/** What is wrong with the answer to a request; undefined if nothing is. */
async function problemWith(url: string, request: FuzzRequest): Promise<string | undefined> {
  try {
    const { status, text } = await sendAgain(url, request);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status >= 500) return `${status} ${text.slice(0, 300)}`;
    const internals = INTERNALS.exec(text);
    return internals
      ? `exposes “${text.slice(Math.max(0, internals.index - 60), internals.index + 100)}”`
      : undefined;
  } catch (error) {
    return `no answer: ${(error as Error).message}`;
  }
}

/** Node closes a kept connection after an answer to a body that it has not read, which may cross with the next request. */
async function sendAgain(url: string, request: FuzzRequest) {
  try {
    return await send(url, request);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
    return send(url, request);
  }
}

async function send(url: string, { method, path, headers, body }: FuzzRequest) {
  const { hostname, port } = new URL(url);
  const length = body && { 'content-length': body.length };
  const sent = open({ hostname, port, path, method, agent, headers: { ...headers, ...length } });
  const timeout = setTimeout(() => sent.destroy(new Error(`nothing within ${MAX_WAIT_MS} ms`)), MAX_WAIT_MS);
  // One that comes after the answer has begun is reported by reading that.
  sent.on('error', () => undefined);
  try {
    sent.end(body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    const isPage = String(answer.headers['content-type']).startsWith('text/html');
    const bytes = await buffer(answer);
    // A page names its own scripts and styles.
    return {
      status: answer.statusCode ?? 0,
      text: bytes.toString().replaceAll(isPage ? '/_next/' : '\0', ''),
    };
  } finally {
    clearTimeout(timeout);
  }
}

async function json<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers with ${response.status}`);
  return (await response.json()) as T;
}

/** Names and ids of the sample data, so that requests get past the first checks. */
async function knownValues(url: string): Promise<KnownValues> {
  const { data: farms } = await json<{ data: { farmId: string }[] }>(`${url}/api/farms`);
  const farmId = farms[0]?.farmId ?? '';
  const { data: queues } = await json<{ data: { queueId: string }[] }>(`${url}/api/farms/${farmId}/queues`);
  const { data: canaries } = await json<{ data: { name: string }[] }>(`${url}/api/canaries`);
  const { data: groups } = await json<{ data: { name: string }[] }>(`${url}/api/profiling-groups`);
  const times = ['2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z', '2026-11-24T14:30:00Z'];
  return new Map([
    ['farmId', [farmId]],
    ['queueId', queues.map(({ queueId }) => queueId)],
    ['queueIds', queues.map(({ queueId }) => queueId)],
    ['name', canaries.map(({ name }) => name)],
    ['group', groups.map(({ name }) => name)],
    ...['startTime', 'endTime', 'from', 'to', 'now', 'asOf'].map((name): [string, string[]] => [name, times]),
  ]);
}
