import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SettableClock } from '@/lib/local-aws/clock';
import { type LocalAws, startLocalAws } from '@/lib/local-aws/server';
import { getProfileView } from '../profiler/get-profile-view';
import { pointAt, temporaryFolder } from '../test-support';
import { Recorder } from './recorder';
import { SELF_GROUP } from './report';
import { SelfProfiler } from './self-profiler';

let aws: LocalAws;
let removeFolder: () => Promise<void>;
let profiler: SelfProfiler;

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder();
  removeFolder = remove;
  // Profiles carry true times: for the services' clock they all lie in the past.
  const clock = new SettableClock(Date.now() + 10_000);
  aws = await startLocalAws({ port: 0, admin: false, folder, clock, sample: false });
});

beforeEach(() => {
  pointAt(aws.url);
  profiler = new SelfProfiler();
});

afterEach(() => {
  profiler.stop();
  aws.world.faults.clear();
  vi.restoreAllMocks();
});

afterAll(async () => {
  await aws.close();
  await removeFolder();
});

function burnCpu(samples: number): number {
  let sum = 0;
  for (const end = performance.now() + samples * 10; performance.now() < end; ) sum += Math.sqrt(sum + 1);
  return sum;
}

test('what this process did can be read as a profile of its own group', async () => {
  profiler.start();
  burnCpu(8);
  expect(await profiler.report()).toBe(300_000);

  const { data, coverage } = await getProfileView({
    group: SELF_GROUP,
    period: 'PT5M',
    width: 8000,
    data: 'all',
  });
  const own = data.tree.names.filter((name) => name.endsWith(':burnCpu'));
  expect(own).toEqual(['lib.server.self-profile.self-profiler.test:burnCpu']);
  expect(Object.keys(data.sampleWeights)).toContain('RUNNABLE');
  expect(coverage?.to).toBeGreaterThan(coverage?.from ?? Number.POSITIVE_INFINITY);
});

test('a failure is logged once and tried again soon', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const denied = {
    kind: 'exception',
    code: 'AccessDeniedException',
    status: 403,
    message: 'arn:aws:x',
  } as const;
  aws.world.faults.order('PostAgentProfile', denied, 9);
  profiler.start();
  expect(await profiler.report()).toBe(30_000);
  expect(await profiler.report()).toBe(30_000);
  expect(log).toHaveBeenCalledTimes(1);
  expect(log.mock.calls[0]?.[0]).toMatch(/^self-profile: .*codeguru-profiler:PostAgentProfile/);
});

test('an unknown group ends it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const unknown = { kind: 'exception', code: 'ResourceNotFoundException', status: 404, message: '' } as const;
  aws.world.faults.order('ConfigureAgent', unknown, 1);
  profiler.start();
  expect(await profiler.report()).toBeUndefined();
});

test('nothing is posted while the profiler says not to', async () => {
  const text = JSON.stringify({ shouldProfile: false, periodInSeconds: 60, agentParameters: {} });
  aws.world.faults.order(
    'ConfigureAgent',
    { kind: 'text', status: 200, text, contentType: 'application/json' },
    1,
  );
  aws.world.faults.order('PostAgentProfile', { kind: 'reset' }, 9);
  profiler.start();
  expect(await profiler.report()).toBe(60_000);
});

test('a recorder cuts without a gap and begins anew after a stop', () => {
  const recorder = new Recorder();
  expect(recorder.cut()).toBeUndefined();
  recorder.start();
  const first = recorder.cut();
  const second = recorder.cut();
  expect(first?.profile.nodes.length).toBeGreaterThan(0);
  expect(second?.start).toBeGreaterThanOrEqual(first?.start ?? Number.POSITIVE_INFINITY);
  expect(second?.start).toBeLessThanOrEqual(first?.end ?? 0);
  recorder.stop();
  expect(recorder.cut()).toBeUndefined();
  recorder.start();
  expect(recorder.cut()).toBeDefined();
  recorder.stop();
});
