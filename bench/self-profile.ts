import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DASHBOARD_SERVER } from '@/bin/build';
import { nextFreePort } from '@/bin/ports';
import { SettableClock } from '@/lib/local-aws/clock';
import { startLocalAws } from '@/lib/local-aws/server';
import { cutForScreen, samplesOf } from '@/lib/profile/transform/screen';
import { CallTreeBuilder } from '@/lib/profile/tree/call-tree-builder';
import { toCompact } from '@/lib/profile/view/compact';
import { startSelfProfile } from '@/lib/server/self-profile/start';
import { median, report } from './figure';

/**
 * Measures the cost of self-profiling. Puts load on two servers in turns, one of them profiled, so that both run under the
 * same conditions. Prints the ratio of throughputs and, on Linux, the processor time per request, which other work on the
 * machine hardly affects. Measures the built dashboard with --dashboard, otherwise a plain server with similar work.
 */
const TURNS = 15;
const TURN_MS = 1000;
const WARM_UP_MS = 2000;
const CONNECTIONS = 8;
const FRAMES = 3000;
const CHILDREN = 4;

/** Serves a profile cut for the screen, as the profile route of the dashboard does. */
async function serve(): Promise<void> {
  startSelfProfile();
  const builder = new CallTreeBuilder();
  for (let frame = 0, depth = 0; frame < FRAMES; frame++) {
    builder.open(`module_${frame % 97}:function_${frame % 211}`);
    builder.count('RUNNABLE', 1 + (frame % 17));
    depth += 1;
    while (depth > 0 && frame % CHILDREN < depth % CHILDREN) {
      builder.close();
      depth -= 1;
    }
  }
  const tree = builder.finish();
  const server = createServer((_, response) => {
    const { tree: cut } = cutForScreen(tree, { samples: samplesOf(tree, tree.states), width: 1600 });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(toCompact(cut)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  process.on('disconnect', () => process.exit());
}

type Started = { child: ChildProcess; url: string };

async function startPlain(env: NodeJS.ProcessEnv): Promise<Started> {
  const child = fork(import.meta.filename, ['--serve'], { env });
  const [url] = await once(child, 'message');
  return { child, url: String(url) };
}

async function startDashboard(env: NodeJS.ProcessEnv): Promise<Started> {
  await access(DASHBOARD_SERVER).catch(() => {
    throw new Error('There is no build. Run npm run build, then retry.');
  });
  const port = await nextFreePort(3200);
  const child = fork(DASHBOARD_SERVER, {
    env: { ...env, PORT: String(port), HOSTNAME: '127.0.0.1' },
    silent: true,
  });
  const url = `http://127.0.0.1:${port}/api/profiling-groups/sample-checkout-service/profile?period=PT5M`;
  while (!(await fetch(url).catch(() => undefined))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 200));
  return { child, url };
}

/** Processor time used by a process in clock ticks; undefined on systems without /proc. */
async function processorTicks({ pid }: ChildProcess): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const [user, system] = stat?.split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
  return user === undefined || system === undefined ? undefined : user + system;
}

type Load = { perSecond: number; ticksPerRequest: number | undefined };

async function load({ url, child }: Started, ms: number): Promise<Load> {
  const ticks = await processorTicks(child);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const start = performance.now();
  let completed = 0;
  const connection = async () => {
    while (performance.now() - start < ms) {
      await request(url, agent);
      completed += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  agent.destroy();
  const used = await processorTicks(child);
  return {
    perSecond: completed / ((performance.now() - start) / 1000),
    ticksPerRequest: used === undefined || ticks === undefined ? undefined : (used - ticks) / completed,
  };
}

const request = (url: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.resume().on('end', resolve).on('error', reject);
    }).on('error', reject);
  });

const medians = (loads: { without: Load[]; profiled: Load[] }, value: (load: Load) => number) => ({
  without: median(loads.without.map(value)),
  profiled: median(loads.profiled.map(value)),
});

async function measure(): Promise<void> {
  const dashboard = process.argv.includes('--dashboard');
  const folder = await mkdtemp(join(tmpdir(), 'triptych-bench-'));
  // Ahead of the real time, so that the posted profiles are in the past.
  const clock = new SettableClock(Date.now() + 60 * 60_000);
  const aws = await startLocalAws({ port: 0, admin: false, folder, clock, sample: dashboard });
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    AWS_ENDPOINT_URL: aws.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
  const start = dashboard ? startDashboard : startPlain;
  const servers = {
    without: await start({ ...env, TRIPTYCH_SELF_PROFILE: '0' }),
    profiled: await start({ ...env, TRIPTYCH_SELF_PROFILE: '1' }),
  };
  try {
    for (const server of Object.values(servers)) await load(server, WARM_UP_MS);
    const loads = { without: [] as Load[], profiled: [] as Load[] };
    for (let turn = 0; turn < TURNS; turn++) {
      const order = turn % 2 === 0 ? (['without', 'profiled'] as const) : (['profiled', 'without'] as const);
      for (const which of order) loads[which].push(await load(servers[which], TURN_MS));
    }
    const rates = medians(loads, ({ perSecond }) => perSecond);
    const ticks = medians(loads, ({ ticksPerRequest }) => ticksPerRequest ?? Number.NaN);
    console.log(
      `requests/s: ${rates.without.toFixed(0)} without, ${rates.profiled.toFixed(0)} with self-profiling`,
    );
    console.log(`ratio of throughputs: ${(rates.profiled / rates.without).toFixed(3)}`);
    const cost = { limit: 5, unit: '%' };
    const figures = [
      { name: 'throughput lost', value: (1 - rates.profiled / rates.without) * 100, ...cost },
      { name: 'processor time added', value: (ticks.profiled / ticks.without - 1) * 100, ...cost },
    ];
    await report(
      'self-profile',
      figures.filter(({ value }) => !Number.isNaN(value)),
    );
  } finally {
    for (const { child } of Object.values(servers)) child.kill();
    await aws.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await (process.argv.includes('--serve') ? serve() : measure());
