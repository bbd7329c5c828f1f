import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { figureNotes, runFigures } from './figures';
import { healthOf } from './health/health-of';
import type { Canary, CanaryRun, RunType } from './run';
import { runs } from './runs-text';

const NOW = 30 * MINUTE;
const SPAN = { from: 0, to: NOW };
const CANARY: Canary = { name: 'login', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {} };

const notes = (
  picture: string,
  from: number,
  { span = SPAN, now = NOW, runType = 'CANARY_RUN' as RunType } = {},
) =>
  figureNotes(
    runFigures({ runs: runs(picture), from }, CANARY, runType, { span, now }),
    span,
    runType,
    'UTC',
  );

test('describes figures of a covered range', () => {
  expect(notes('P FP F', Number.NEGATIVE_INFINITY)).toEqual({
    availability: '2 of 3 scheduled runs',
    p50: 'p50 of 4 finished attempts',
    p95: '95 % of the attempts took this long or less',
    p99: '99 % of the attempts took this long or less',
    retries: 'in 1 scheduled run',
  });
});

test('says of every figure that it is of the runs so far until the range is covered', () => {
  expect(notes('. P P F', 5 * MINUTE)).toEqual({
    availability: '2 of 3 scheduled runs so far',
    p50: 'p50 of 3 finished attempts so far',
    p95: '95 % of the attempts took this long or less so far',
    p99: '99 % of the attempts took this long or less so far',
    retries: 'none so far',
  });
});

test('notes only once that nothing finished', () => {
  const once = { p50: '', p95: '', p99: '', retries: '' };
  expect(notes('R', Number.NEGATIVE_INFINITY)).toEqual({ availability: 'no finished runs', ...once });
  expect(notes('', Number.NEGATIVE_INFINITY).availability).toBe('no finished runs');
  expect(notes('P', SPAN.to)).toEqual({ availability: 'nothing of this range is loaded', ...once });
});

test('notes an expired range, and counts nothing of the time in which one kind of run has expired', () => {
  const now = 40 * DAY;
  expect(notes('', 39 * DAY, { now }).availability).toBe('AWS no longer keeps runs of this range');
  expect(notes('', 39 * DAY, { now, runType: 'DRY_RUN' }).availability).toBe(
    'nothing of this range is loaded',
  );
  const later = 31 * DAY + 5 * MINUTE;
  expect(notes('P P', Number.NEGATIVE_INFINITY, { now: later })).toMatchObject({
    availability: '1 of 1 scheduled run since 1 Jan 1970, 00:05 UTC',
    p50: 'p50 of 1 finished attempt since 1 Jan 1970, 00:05 UTC',
    p95: '95 % of the attempts took this long or less since 1 Jan 1970, 00:05 UTC',
    retries: 'none since 1 Jan 1970, 00:05 UTC',
  });
});

test('counts the same runs in every figure as the list of canaries does', () => {
  const canary = { ...CANARY, successRetentionDays: 1, failureRetentionDays: 31 };
  const span = { from: 0, to: 3 * DAY };
  // Of the first two days only slow failed runs are left.
  const all = Array.from({ length: 12 }, (_, i): CanaryRun => {
    const started = i * 6 * HOUR + MINUTE;
    const isOld = started < 2 * DAY;
    return {
      id: `${i}`,
      name: 'login',
      state: isOld ? 'FAILED' : 'PASSED',
      started,
      completed: started + (isOld ? MINUTE : 1000),
    };
  });
  const loaded = { runs: all.reverse(), from: Number.NEGATIVE_INFINITY };
  const figures = runFigures(loaded, canary, 'CANARY_RUN', { span, now: span.to });
  const health = healthOf(loaded, canary, { span, now: span.to, bins: 1 });
  expect(figures.durations).toEqual(health.durations);
  expect([figures.durations.p95, figures.attempts, figures.finished]).toEqual([1000, 4, 4]);
  const older = { from: 0, to: DAY };
  expect(
    figureNotes(
      runFigures(loaded, canary, 'CANARY_RUN', { span: older, now: span.to }),
      older,
      'CANARY_RUN',
      'UTC',
    ).availability,
  ).toBe('AWS no longer keeps both passed and failed runs of this range');
});
