import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeCanariesCommand, GetCanaryRunsCommand, SyntheticsClient } from '@aws-sdk/client-synthetics';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../clock';
import { openWorld } from '../../world';
import { startTestAws, type TestAws } from '../test-support';

let local: TestAws;
let dashboard: Server;
let dashboardUrl: string;
/** Called for each page that the canary requests; `end` sends the response. */
let onRequest: (end: () => void) => void;

beforeEach(async () => {
  local = await startTestAws({ sample: false });
  onRequest = (end) => end();
  dashboard = createServer((_, response) => onRequest(() => void response.end('ok')));
  dashboard.listen(0, '127.0.0.1');
  await once(dashboard, 'listening');
  dashboardUrl = `http://127.0.0.1:${(dashboard.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await local.end();
  dashboard.closeAllConnections();
  dashboard.close();
});

const list = async (endpoint = local.aws.url) => {
  const client = new SyntheticsClient({ ...local.config, endpoint });
  return (await client.send(new DescribeCanariesCommand({}))).Canaries ?? [];
};

/** Resolves when the canary has requested a page, which then gets no response. */
const hangingRequest = () =>
  new Promise<void>((resolve) => {
    onRequest = () => resolve();
  });

test('lists the canary of the dashboard once it was watched, even after a restart', async () => {
  expect(await list()).toEqual([]);
  const requested = hangingRequest();
  await local.aws.world.canaries.watch(dashboardUrl);
  await requested;
  expect(await list()).toMatchObject([
    { Name: 'triptych-dashboard', Schedule: { Expression: 'rate(1 minute)' }, Status: { State: 'RUNNING' } },
  ]);

  const { url } = await local.restart();
  expect(await list(url)).toMatchObject([{ Name: 'triptych-dashboard', Status: { State: 'STOPPED' } }]);
});

test('returns its runs from GetCanaryRuns', async () => {
  const requested = hangingRequest();
  await local.aws.world.canaries.watch(dashboardUrl);
  await requested;
  const { CanaryRuns } = await new SyntheticsClient(local.config).send(
    new GetCanaryRunsCommand({ Name: 'triptych-dashboard' }),
  );
  expect(CanaryRuns).toMatchObject([{ Name: 'triptych-dashboard', Status: { State: 'RUNNING' } }]);
});

test('stops watching the first address when another is watched', async () => {
  const requested = hangingRequest();
  await local.aws.world.canaries.watch(dashboardUrl);
  await requested;
  const again = hangingRequest();
  await local.aws.world.canaries.watch(dashboardUrl);
  await again;
  const { runs } = await local.aws.world.canaries.runs(
    local.aws.world.canaries.find('triptych-dashboard'),
    { kind: 'canary' },
    100,
  );
  expect(runs).toHaveLength(1);
});

/** A process that records one run and starts a second that never ends, to be killed. */
const SCRIPT = `
  import { createServer } from 'node:http';
  import { systemClock } from './lib/local-aws/clock.ts';
  import { openWorld } from './lib/local-aws/world.ts';
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    if (requests <= 4) response.end('ok');
    else process.stdout.write('hanging');
  });
  server.listen(0, '127.0.0.1', async () => {
    const baseUrl = 'http://127.0.0.1:' + server.address().port;
    const options = { folder: process.env.FOLDER, clock: systemClock, sample: false, canaryTickMs: 0 };
    const { canaries } = await openWorld(options);
    await canaries.watch(baseUrl);
    await canaries.idle();
    await canaries.watch(baseUrl);
  });
`;

test('keeps a recorded run after SIGKILL, and deletes the one that was running', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'local-synthetics-'));
  try {
    const child: ChildProcess = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', SCRIPT],
      { env: { ...process.env, FOLDER: folder }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    if (child.stdout) await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const world = await openWorld({ folder, clock: systemClock, sample: false, canaryTickMs: 0 });
    await world.canaries.watch(dashboardUrl);
    await world.canaries.unwatch();
    const canary = world.canaries.find('triptych-dashboard');
    const { runs } = await world.canaries.runs(canary, { kind: 'canary' }, 100);
    await world.close();
    expect(runs).toMatchObject([{ state: 'PASSED' }]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
