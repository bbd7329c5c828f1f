import { expect, test } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import type { Canary, CanaryRun } from './run';
import { headlineOf, summaryOf } from './summary';
import { headlineText, statusOf } from './summary-text';

const NOW = Date.parse('2026-11-24T14:00:00Z');
const CANARY: Canary = { name: 'c', state: 'RUNNING', schedule: 'rate(1 minute)', tags: {} };

/** The newest 400 runs, one a minute; every 200th failed. */
const RUNS = Array.from({ length: 400 }, (_, at): CanaryRun => {
  const started = NOW - (at + 1) * MINUTE;
  const state = at % 200 === 100 ? 'FAILED' : 'PASSED';
  return { id: `run-${at}`, name: 'c', state, started, completed: started + 1000 };
});
const summary = (minutes: number) =>
  summaryOf({ runs: RUNS, nextToken: 'more' }, CANARY, { from: NOW - minutes * MINUTE, to: NOW }, NOW);
const words = (minutes: number) => statusOf(summary(minutes), 'UTC', NOW).text;

test('bases availability on the newest runs if not all were read', () => {
  expect(words(1440)).toBe('up · 99.50 % of the newest 400 runs');
  expect(words(400)).toBe('up · 99.50 % of 400 runs');
  expect(headlineText(headlineOf([summary(1440), summary(200)]), 400)).toBe(
    '2 of 2 up · 99.50 % of the newest runs passed (at most 400 of each canary)',
  );
  expect(headlineText(headlineOf([summary(200)]), 400)).toBe('1 of 1 up · 99.50 % of runs passed');
});

test('distinguishes an expired range from one that was not read', () => {
  const at = (days: number) => {
    const to = NOW - days * DAY;
    const old = summaryOf({ runs: RUNS, nextToken: 'more' }, CANARY, { from: to - DAY, to }, NOW);
    return { text: statusOf(old, 'UTC', to).text, states: old.slices.map(({ state }) => state) };
  };
  expect(at(30)).toEqual({ text: 'runs of this range were not read', states: ['unloaded'] });
  expect(at(31)).toEqual({ text: 'older than AWS keeps runs', states: [] });
});
