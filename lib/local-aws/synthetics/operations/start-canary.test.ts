import {
  GetCanaryCommand,
  GetCanaryRunsCommand,
  StartCanaryCommand,
  StopCanaryCommand,
  SyntheticsClient,
} from '@aws-sdk/client-synthetics';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { NOW, startTarget, startTestAws, type Target, type TestAws } from '../test-support';

let target: Target;
let local: TestAws;
let client: SyntheticsClient;

beforeEach(async () => {
  target = await startTarget();
  local = await startTestAws({
    canaries: [
      { name: 'shop', url: target.url, schedule: 'rate(5 minutes)' },
      { name: 'shop-once', url: `${target.url}/once`, schedule: 'rate(0 minute)' },
    ],
  });
  client = new SyntheticsClient(local.config);
});
afterEach(async () => {
  await local.end();
  target.end();
});

const start = (Name: string) => client.send(new StartCanaryCommand({ Name }));
const stop = (Name: string) => client.send(new StopCanaryCommand({ Name }));
const canary = async (Name: string) => (await client.send(new GetCanaryCommand({ Name }))).Canary;
const started = async (Name: string) => {
  const { CanaryRuns = [] } = await client.send(new GetCanaryRunsCommand({ Name }));
  return CanaryRuns.map(({ Timeline }) => Timeline?.Started?.getTime());
};

test('restarts the schedule: the first run at once, the others at the rate from then on', async () => {
  await stop('shop');
  local.clock.set(NOW + 7 * MINUTE);
  await start('shop');
  await local.aws.world.canaries.idle();
  expect(await canary('shop')).toMatchObject({
    Status: { State: 'RUNNING' },
    Timeline: { LastStarted: new Date(NOW + 7 * MINUTE), LastStopped: new Date(NOW) },
  });
  await local.tickAt(NOW + 10 * MINUTE);
  await local.tickAt(NOW + 12 * MINUTE);
  expect(await started('shop')).toEqual([NOW + 12 * MINUTE, NOW + 7 * MINUTE]);
});

test('a canary that runs once is stopped after its run, and can be started again', async () => {
  await local.tickAt(NOW);
  expect(await canary('shop-once')).toMatchObject({ Status: { State: 'STOPPED' } });
  await local.tickAt(NOW + MINUTE);
  await start('shop-once');
  await local.aws.world.canaries.idle();
  expect(await started('shop-once')).toEqual([NOW + MINUTE, NOW]);
});

describe('sample data', () => {
  test('has runs again from then on', async () => {
    await stop('sample-api-health');
    local.clock.set(NOW + 20 * MINUTE);
    await start('sample-api-health');
    local.clock.set(NOW + 30 * MINUTE);
    expect(await canary('sample-api-health')).toMatchObject({
      Status: { State: 'RUNNING' },
      Timeline: { LastStarted: new Date(NOW + 20 * MINUTE) },
    });
    const runs = await started('sample-api-health');
    const during = (from: number, to: number) =>
      runs.filter((at = 0) => at > NOW + from * MINUTE && at < NOW + to * MINUTE).length;
    expect(during(0, 20)).toBe(0);
    expect(during(20, 30)).toBeGreaterThan(5);
    expect(during(-20, -1)).toBeGreaterThan(10);
  });

  test('that is in one of its regular pauses can not be started', async () => {
    local.clock.set(Date.parse('2026-11-03T00:00:00Z'));
    await expect(start('sample-report-export')).rejects.toMatchObject({ name: 'ConflictException' });
  });
});

test.each(['shop', 'sample-search'])('%s is already running: ConflictException', async (name) => {
  await expect(start(name)).rejects.toMatchObject({
    name: 'ConflictException',
    $metadata: { httpStatusCode: 409 },
  });
});

test('of two concurrent starts one is refused', async () => {
  await stop('shop');
  const outcomes = await Promise.allSettled([start('shop'), start('shop')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test.each([
  ['unknown', 'ResourceNotFoundException'],
  ['triptych-dashboard', 'ResourceNotFoundException'],
  ['Shop', 'ValidationException'],
  ['a'.repeat(256), 'ValidationException'],
])('%s: %s', async (name, exception) => {
  await expect(start(name)).rejects.toMatchObject({ name: exception });
});

test("the dashboard's canary can't be started while there is no dashboard", async () => {
  await local.aws.world.canaries.watch(target.url);
  await local.aws.world.canaries.unwatch();
  await expect(start('triptych-dashboard')).rejects.toMatchObject({ name: 'ConflictException' });
});
