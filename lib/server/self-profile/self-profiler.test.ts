import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { RecordedProfile } from '@/lib/profile/import/v8/cpu-profile';
import { fromCompact } from '@/lib/profile/view/compact';
import { getProfileView } from '../profiler/get-profile-view';
import { pointAt, startTestAws, type TestAws } from '../test-support';
import { Recorder } from './recorder';
import { SELF_GROUP } from './report';
import { SelfProfiler } from './self-profiler';

const START = Date.parse('2026-11-24T14:31:00Z');
const END = Date.parse('2026-11-24T14:32:00Z');

const frame = (functionName: string, url: string) => ({ functionName, url, lineNumber: 4, columnNumber: 0 });

/** Returns the same minute at every cut. */
class FixedRecorder {
  #recording = false;

  start(): void {
    this.#recording = true;
  }

  cut(): RecordedProfile | undefined {
    if (!this.#recording) return undefined;
    const nodes = [
      { id: 1, callFrame: frame('(root)', ''), children: [2, 3] },
      { id: 2, callFrame: frame('(idle)', ''), hitCount: 5900 },
      {
        id: 3,
        callFrame: frame('work', pathToFileURL(join(process.cwd(), 'lib/work.ts')).href),
        hitCount: 100,
      },
    ];
    return { profile: { nodes }, start: START, end: END };
  }

  stop(): void {
    this.#recording = false;
  }
}

let aws: TestAws;
let profiler: SelfProfiler;

beforeAll(async () => {
  aws = await startTestAws();
});

beforeEach(() => {
  pointAt(aws.url);
  profiler = new SelfProfiler(new FixedRecorder());
});

afterEach(() => {
  profiler.stop();
  aws.world.faults.clear();
  vi.restoreAllMocks();
});

afterAll(() => aws.close());

test('reports a profile that can be read from its own group', async () => {
  profiler.start();
  expect(await profiler.report()).toBe(300_000);

  const { data, coverage } = await getProfileView({
    group: SELF_GROUP,
    period: 'PT5M',
    width: 8000,
    data: 'all',
  });
  const own = fromCompact(data.tree).names.filter((name) => name.endsWith(':work'));
  expect(own).toEqual(['lib.work:work']);
  expect(Object.keys(data.sampleWeights).sort()).toEqual(['IDLE', 'RUNNABLE']);
  expect(coverage?.from).toBe(Date.parse('2026-11-24T14:30:00Z'));
  expect(coverage?.to).toBeGreaterThanOrEqual(END);
});

test('logs a failure once and retries soon', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const denied = {
    kind: 'exception',
    code: 'AccessDeniedException',
    status: 403,
    message: 'arn:aws:x',
  } as const;
  aws.world.faults.inject('PostAgentProfile', denied, 9);
  profiler.start();
  expect(await profiler.report()).toBe(30_000);
  expect(await profiler.report()).toBe(30_000);
  expect(log).toHaveBeenCalledTimes(1);
  expect(log.mock.calls[0]?.[0]).toMatch(/^self-profile: .*codeguru-profiler:PostAgentProfile/);
});

test('stops when the group is unknown', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const unknown = { kind: 'exception', code: 'ResourceNotFoundException', status: 404, message: '' } as const;
  aws.world.faults.inject('ConfigureAgent', unknown, 1);
  profiler.start();
  expect(await profiler.report()).toBeUndefined();
});

test('posts nothing while profiling is turned off', async () => {
  const text = JSON.stringify({ shouldProfile: false, periodInSeconds: 60, agentParameters: {} });
  aws.world.faults.inject(
    'ConfigureAgent',
    { kind: 'text', status: 200, text, contentType: 'application/json' },
    1,
  );
  aws.world.faults.inject('PostAgentProfile', { kind: 'reset' }, 9);
  profiler.start();
  expect(await profiler.report()).toBe(60_000);
});

test('the recorder cuts without a gap and restarts after a stop', () => {
  let now = START;
  const recorder = new Recorder(() => now++);
  expect(recorder.cut()).toBeUndefined();
  recorder.start();
  const first = recorder.cut();
  const second = recorder.cut();
  expect(first?.profile.nodes.length).toBeGreaterThan(0);
  expect(second?.profile.nodes.length).toBeGreaterThan(0);
  // The second starts before the first ends.
  expect([first, second].map((cut) => [cut?.start, cut?.end])).toEqual([
    [START, START + 2],
    [START + 1, START + 4],
  ]);
  recorder.stop();
  expect(recorder.cut()).toBeUndefined();
  recorder.start();
  expect(recorder.cut()).toBeDefined();
  recorder.stop();
});
