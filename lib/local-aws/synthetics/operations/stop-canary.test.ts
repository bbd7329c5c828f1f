import {
  DescribeCanariesCommand,
  GetCanaryRunsCommand,
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
    canaries: [{ name: 'shop', url: target.url, schedule: 'rate(1 minute)' }],
  });
  client = new SyntheticsClient(local.config);
});
afterEach(async () => {
  await local.end();
  target.end();
});

const stop = (Name: string) => client.send(new StopCanaryCommand({ Name }));
const runs = async (Name: string) => (await client.send(new GetCanaryRunsCommand({ Name }))).CanaryRuns ?? [];
const state = async (Name: string) => {
  const { Canaries = [] } = await new SyntheticsClient({ ...local.config, endpoint: local.aws.url }).send(
    new DescribeCanariesCommand({ Names: [Name] }),
  );
  return Canaries[0]?.Status?.State;
};

test('stops the schedule and keeps the runs', async () => {
  await local.tickAt(NOW);
  await stop('shop');
  await local.tickAt(NOW + MINUTE);
  expect(await state('shop')).toBe('STOPPED');
  expect(await runs('shop')).toHaveLength(1);
});

test('the current run is not recorded', async () => {
  const requested = new Promise<void>((resolve) => {
    target.answer = () => resolve();
  });
  await local.aws.world.canaries.tick();
  await requested;
  expect(await runs('shop')).toMatchObject([{ Status: { State: 'RUNNING' } }]);
  await stop('shop');
  expect(await runs('shop')).toEqual([]);
});

test("the dashboard's canary stays stopped when the dashboard comes back", async () => {
  const { canaries } = local.aws.world;
  await canaries.watch(target.url);
  await canaries.idle();
  await stop('triptych-dashboard');
  await canaries.watch(target.url);
  expect(await state('triptych-dashboard')).toBe('STOPPED');
});

describe('sample data', () => {
  test('has no runs from then on, even after a restart, and not the current one', async () => {
    const before = await runs('sample-api-health');
    await stop('sample-api-health');
    const { url } = await local.restart();
    client = new SyntheticsClient({ ...local.config, endpoint: url });
    local.clock.set(NOW + 60 * MINUTE);
    const [newest] = await runs('sample-api-health');
    expect(newest?.Timeline?.Completed?.getTime()).toBeLessThanOrEqual(NOW);
    expect(before.map(({ Id }) => Id)).toContain(newest?.Id);
    await expect(stop('sample-api-health')).rejects.toMatchObject({ name: 'ConflictException' });
  });

  test('that is in one of its regular pauses is already stopped', async () => {
    local.clock.set(Date.parse('2026-11-03T00:00:00Z'));
    await expect(stop('sample-report-export')).rejects.toMatchObject({ name: 'ConflictException' });
  });
});

test('a canary that is already stopped: ConflictException', async () => {
  await stop('shop');
  await expect(stop('shop')).rejects.toMatchObject({
    name: 'ConflictException',
    $metadata: { httpStatusCode: 409 },
  });
});

test.each([
  ['unknown', 'ResourceNotFoundException'],
  ['Shop', 'ValidationException'],
])('%s: %s', async (name, exception) => {
  await expect(stop(name)).rejects.toMatchObject({ name: exception });
});
