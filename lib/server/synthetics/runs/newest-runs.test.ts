import { expect, it, vi } from 'vitest';
import { runFigures } from '@/lib/canary/figures';
import type { SummaryView } from '@/lib/canary/summary/runs-summary';
import { DAY } from '@/lib/time/duration';
import { TEST_NOW } from '../../test-support';
import { getCanary } from '../get-canary';
import { archivingServer } from './archiving-server-for-test';
import { newestRuns } from './newest-runs';

const server = archivingServer();

const NAME = 'sample-api-health';
const span = { from: TEST_NOW - 2.5 * DAY, to: TEST_NOW };
const view: SummaryView = {
  ...{ span, now: TEST_NOW, location: null, browser: null, failingAfter: 1, maintenance: null },
  ...{ scale: 'linear', view: null },
};

it('summarizes a range that the archive has, for one request', async () => {
  const { loaded } = await server.read(span.from);
  await server.restart();
  const { data: canary } = await getCanary(NAME);
  const { mock } = vi.spyOn(server.aws.world.canaries, 'runs');
  const before = mock.calls.length;
  const { summary, ...newest } = await newestRuns({ name: NAME }, view);
  expect(mock.calls.length - before).toBe(1);
  expect(newest.loaded.runs).toEqual(loaded.runs.slice(0, newest.loaded.runs.length));
  expect(summary?.figures).toEqual(runFigures(loaded, canary, 'CANARY_RUN', { span, now: TEST_NOW }));
  const others = await Promise.all([newestRuns({ name: NAME }, view), newestRuns({ name: NAME }, undefined)]);
  expect(others.map((other) => other.summary)).toEqual([summary, undefined]);
  expect((await server.read(span.from)).calls, 'the runs themselves').toBe(0);
});

it('does not wait for a range that the archive lacks', async () => {
  const { mock } = vi.spyOn(server.aws.world.canaries, 'runs');
  const before = mock.calls.length;
  const { summary, loaded } = await newestRuns({ name: NAME }, view);
  expect([summary, mock.calls.length - before]).toEqual([undefined, 1]);
  expect(loaded.runs.length).toBeGreaterThan(0);
});
