import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import type { CanaryRun } from '../run';
import { runs } from '../runs-text';
import { dryRunsOf, usualRuns } from './dry-runs';

const SPAN = { from: 0, to: 1e12 };
const SIXTY = Array(60).fill('P').join(' ');

const dry = (picture: string, dryRunId: string): CanaryRun[] =>
  runs(picture).map((run) => ({ ...run, id: `${dryRunId} ${run.id}`, dryRunId }));

test('groups runs by dry run, with the worst outcome and the longest duration', () => {
  const all = [...dry('P F', 'a'), ...dry('. . R', 'b'), ...runs('P')];
  expect(
    dryRunsOf(all).map(({ id, started, outcome, runs: own, durationMs }) => [
      id,
      started,
      outcome,
      own.length,
      durationMs,
    ]),
  ).toEqual([
    ['b', 10 * MINUTE, 'running', 1, undefined],
    ['a', 0, 'failed', 2, 10_000],
  ]);
  expect(dryRunsOf([])).toEqual([]);
});

test('compares with the newest finished runs before', () => {
  const usual = (picture: string, before: number) =>
    usualRuns({ runs: runs(picture), from: 0 }, before, SPAN);
  expect(usual('P FP F R P', 20 * MINUTE)).toEqual({ count: 3, passed: 2, p50: 10_000 });
  expect(usual(SIXTY, 1e12)?.count).toBe(50);
  expect(usual('', 0)).toEqual({ count: 0, passed: 0 });
});

test('compares with nothing while older runs of the range could be missing', () => {
  expect(usualRuns({ runs: runs('P P'), from: 1 }, 1e12, SPAN)).toBeUndefined();
  expect(usualRuns({ runs: runs(SIXTY), from: 1 }, 1e12, SPAN)?.count).toBe(50);
});
