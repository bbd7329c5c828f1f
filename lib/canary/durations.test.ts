import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durations, durationText, elapsedMs, percentile } from './durations';
import { runs } from './runs-text';

test('returns a value that occurred, without interpolation', () => {
  const values = [50, 15, 20, 40, 35];
  expect([5, 30, 40, 50, 100].map((percent) => percentile(values, percent))).toEqual([15, 20, 20, 35, 50]);
  expect(percentile([], 50)).toBeUndefined();
});

test('has at least the share of values at or below the percentile, and fewer below it', () => {
  const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 100 }), (sample, percent) => {
      const value = percentile(sample, percent) ?? Number.NaN;
      const needed = (percent / 100) * sample.length;
      expect(sample.filter((other) => other <= value).length).toBeGreaterThanOrEqual(needed - 1e-9);
      expect(sample.filter((other) => other < value).length).toBeLessThan(needed);
    }),
  );
});

test('counts attempts, but not running ones', () => {
  expect(durations([...runs('P FP', 10), ...runs('R', 99)])).toEqual({
    p50: 10_000,
    p95: 10_000,
    p99: 10_000,
    count: 3,
  });
  expect(durations(runs('R'))).toEqual({ count: 0 });
});

test('knows no duration of a run that passed without an end, or ended before it began', () => {
  const [run] = runs('P');
  const { completed: _, ...endless } = run ?? { started: 0, state: 'PASSED' };
  const early = { ...endless, completed: endless.started - 1 };
  expect([durationText(endless, 9000), elapsedMs(endless, 9000)]).toEqual(['unknown', undefined]);
  expect([durationText(early, 9000), elapsedMs(early, 9000)]).toEqual(['unknown', undefined]);
  expect(durationText({ ...endless, state: 'RUNNING' }, 9000)).toBe('for 9.0 s so far');
});

test('knows no end of a run that is RUNNING beyond its timeout and retries', () => {
  const run = { state: 'RUNNING', started: 0 } as const;
  const limits = { timeoutSeconds: 30, maxRetries: 1 };
  expect([durationText(run, 600_000, limits), elapsedMs(run, 600_000, limits)]).toEqual([
    'no end known',
    undefined,
  ]);
  expect(durationText(run, 600_000)).toBe('for 10 min so far');
});
