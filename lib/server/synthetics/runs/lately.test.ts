import { expect, test } from 'vitest';
import type { CanaryRun } from '@/lib/canary/run';
import { HOUR } from '@/lib/time/duration';
import { pointAt, TEST_NOW } from '../../test-support';
import { latelyOf } from './lately';
import { CANARY, minuteRuns } from './reader-for-test';
import { RunIndex } from './run-index';

const canary = { ...CANARY, created: TEST_NOW - HOUR, modified: TEST_NOW - HOUR };
const runsIn = (location: string, runs: CanaryRun[]) =>
  runs.map((run) => ({ ...run, id: `${location}-${run.id}`, location }));

async function lately(runs: CanaryRun[], laterMs = 0) {
  pointAt('http://127.0.0.1:1');
  const newest = runs.toSorted((a, b) => b.started - a.started);
  const read = async () => ({ runs: newest, asOf: TEST_NOW, unreadableCount: 0 });
  const index = new RunIndex(() => canary, read, undefined);
  expect(latelyOf(canary, index), 'before anything was read').toBeUndefined();
  await index.refresh(new AbortController().signal);
  process.env.TRIPTYCH_NOW = new Date(TEST_NOW + laterMs).toISOString();
  return latelyOf(canary, index);
}

const passing = runsIn('eu-west-1', minuteRuns(30));
const broken = runsIn('us-east-1', minuteRuns(30, { 1: 'FAILED', 2: 'FAILED' }));
const quiet = runsIn('us-east-1', minuteRuns(30).slice(10));

test('a canary that fails or is silent in one location is known by the runs that were read', async () => {
  expect(await lately(passing)).toBeUndefined();
  expect(await lately([...passing, ...broken])).toBe('failing');
  expect(await lately([...passing, ...quiet], HOUR / 2)).toBe('silent');
});

test('runs that were read over an hour ago tell nothing of the present', async () => {
  expect(await lately([...passing, ...broken], HOUR + 1)).toBeUndefined();
});
