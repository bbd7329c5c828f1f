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

async function lately(runs: CanaryRun[]) {
  pointAt('http://127.0.0.1:1');
  const newest = runs.toSorted((a, b) => b.started - a.started);
  const read = async () => ({ runs: newest, asOf: TEST_NOW, unreadableCount: 0 });
  const index = new RunIndex(() => canary, read, undefined);
  expect(latelyOf(canary, index), 'before anything was read').toBeUndefined();
  await index.refresh(new AbortController().signal, Number.POSITIVE_INFINITY);
  return latelyOf(canary, index);
}

const passing = runsIn('eu-west-1', minuteRuns(30));
const broken = runsIn('us-east-1', minuteRuns(30, { 1: 'FAILED', 2: 'FAILED' }));
const quiet = runsIn('us-east-1', minuteRuns(30).slice(10));

test('a canary that fails or is silent in one location is known by the runs that were read', async () => {
  expect(await lately(passing)).toBeUndefined();
  expect(await lately([...passing, ...broken])).toEqual({ state: 'failing', asOf: TEST_NOW });
  expect(await lately([...passing, ...quiet])).toEqual({ state: 'silent', asOf: TEST_NOW });
});
