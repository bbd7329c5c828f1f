import { expect, test } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import { knownFrom, missedRuns } from './known';
import { runs } from './runs-text';

const NOW = 10 * DAY;
const canary = {
  name: 'login',
  state: 'RUNNING',
  schedule: 'rate(5 minutes)',
  tags: {},
  successRetentionDays: 2,
  failureRetentionDays: 7,
};
const span = { from: 0, to: NOW };

test('known is what is both loaded and kept', () => {
  expect(knownFrom({ runs: [], from: 9 * DAY }, canary, NOW)).toBe(9 * DAY);
  expect(knownFrom({ runs: [], from: Number.NEGATIVE_INFINITY }, canary, NOW)).toBe(8 * DAY);
});

test('no run is missed before what AWS still keeps', () => {
  const missed = missedRuns({ runs: [], from: Number.NEGATIVE_INFINITY }, canary, span, NOW);
  expect(missed).toHaveLength(1);
  expect(missed[0]?.from).toBeGreaterThanOrEqual(8 * DAY);
  expect(missed[0]?.to).toBe(NOW);
});

test('nor before what is loaded; a hole after it is found', () => {
  const shift = 9 * DAY;
  const loaded = runs('P P . . P').map((run) => ({ ...run, started: run.started + shift }));
  const until = { from: 0, to: shift + 25 * MINUTE };
  expect(missedRuns({ runs: loaded, from: shift }, canary, until, until.to)).toEqual([
    { from: shift + 10 * MINUTE, to: shift + 20 * MINUTE, missed: 2 },
  ]);
});
