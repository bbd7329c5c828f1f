import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { Canary, CanaryRun } from './run';
import { headlineOf, summaryOf } from './summary';

const NOW = Date.parse('2026-11-24T14:00:00Z');
const SPAN = { from: NOW - HOUR, to: NOW };
const CANARY: Canary = { name: 'c', state: 'RUNNING', schedule: 'rate(10 minutes)', tags: {} };

/** Runs every 10 minutes, oldest first: P passed, F failed, a dot for none. The last started 5 minutes ago. */
const runs = (picture: string): CanaryRun[] =>
  [...picture]
    .map((letter, at): CanaryRun | undefined => {
      if (letter === '.') return undefined;
      const started = NOW - 5 * MINUTE - (picture.length - 1 - at) * 10 * MINUTE;
      const state = letter === 'P' ? 'PASSED' : 'FAILED';
      return { id: `run-${at}`, name: 'c', state, started, completed: started + MINUTE };
    })
    .filter((run) => run !== undefined)
    .reverse();

/** The slices as one letter per 10 minutes. */
const picture = (text: string, nextToken?: string) =>
  summaryOf({ runs: runs(text), ...(nextToken && { nextToken }) }, CANARY, SPAN, NOW)
    .slices.map(({ from, to, state }) => (state[0] ?? '').repeat(Math.round((to - from) / (10 * MINUTE))))
    .join('');

test('shows states, missing runs, and what was not read', () => {
  expect(picture('PPFFPP')).toBe('ppffpp');
  expect(picture('PP..PP')).toBe('ppmmpp');
  expect(picture('PFP', 'more')).toBe('uuupfp');
});

test('misses no run before the retention of AWS, and does not extend a failed run there', () => {
  const canary = { ...CANARY, successRetentionDays: 1, failureRetentionDays: 31 };
  const span = { from: NOW - 2 * DAY, to: NOW };
  const old = { id: 'old', name: 'c', state: 'FAILED', started: NOW - 1.5 * DAY } as const;
  const { slices, knownFrom } = summaryOf({ runs: [...runs('PP'), old] }, canary, span, NOW);
  expect(knownFrom).toBe(NOW - DAY);
  const [first, ...rest] = slices;
  expect(first).toMatchObject({ state: 'failed' });
  expect((first?.to ?? 0) - (first?.from ?? 0)).toBeLessThan(HOUR);
  expect(rest.map(({ state }) => state)).toEqual(['missing', 'passed']);
  expect(rest[0]?.from).toBeGreaterThanOrEqual(NOW - DAY - HOUR);
});

test('finds the start of a streak at the end and ignores runs after the span', () => {
  const { failing, passed, finished } = summaryOf({ runs: runs('PPPPFF') }, CANARY, SPAN, NOW);
  expect(failing).toMatchObject({ since: NOW - 15 * MINUTE, count: 2 });
  expect([passed, finished]).toEqual([4, 6]);
  const earlier = { from: SPAN.from, to: NOW - 20 * MINUTE };
  expect(summaryOf({ runs: runs('PPPPFF') }, CANARY, earlier, NOW).failing).toBeUndefined();
});

test('counts the canaries that ran and sums their runs', () => {
  const [up, down, none] = ['PPPPPP', 'PPPPPF', '......'].map((text) =>
    summaryOf({ runs: runs(text) }, CANARY, SPAN, NOW),
  );
  expect(headlineOf([up, down, none].filter((one) => one !== undefined))).toEqual({
    upCount: 1,
    count: 2,
    share: 11 / 12,
    isNewestOnly: false,
  });
  expect(headlineOf([])).toEqual({ upCount: 0, count: 0, share: undefined, isNewestOnly: false });
});
