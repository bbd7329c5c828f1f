import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { scheduledRuns } from '../attempts';
import type { CanaryRun } from '../run';
import { runs } from '../runs-text';
import { durationScale } from './duration-scale';
import { plotRuns } from './plot-runs';
import { barNear, MAX_SINGLE_BARS, type RunBar, runBars } from './run-bars';

const SPAN = { from: 0, to: 20 * MINUTE };

function barsOf(all: readonly CanaryRun[], span = SPAN, width = 400): RunBar[] {
  const plot = plotRuns(scheduledRuns(all), 60 * MINUTE);
  return runBars(plot, { span, width, height: 100, scale: durationScale(plot.duration, 'linear') });
}

test('draws bars at their true start, with retries below their schedule', () => {
  expect(
    barsOf(runs('P FP FFF P')).map(({ x, width, height, outcome, retries }) => [
      x,
      width,
      height,
      outcome,
      retries,
    ]),
  ).toEqual([
    [0, 24, 100, 'passed', []],
    [100, 24, 100, 'retried', ['passed']],
    [200, 24, 100, 'failed', ['failed', 'failed']],
    [300, 24, 100, 'passed', []],
  ]);
});

test('puts runs that started together beside each other', () => {
  const firefox = runs('P F').map((run) => ({
    ...run,
    id: `f${run.id}`,
    scheduledRunId: `f${run.scheduledRunId}`,
    started: run.started + 900,
  }));
  const bars = barsOf([...runs('P P'), ...firefox]);
  expect(bars.map(({ x, width, outcome }) => [x, width, outcome])).toEqual([
    [0, 11, 'passed'],
    [12, 11, 'passed'],
    [100, 11, 'passed'],
    [112, 11, 'failed'],
  ]);
});

test('draws columns of pixels without room: the worst outcome, as high as the longest run', () => {
  const bars = barsOf(runs('P P P F P P P P'), { from: 0, to: 2000 * MINUTE }, 100);
  expect(bars.map(({ x, width, outcome, count, share }) => [x, width, outcome, count, share])).toEqual([
    [0, 2, 'failed', 8, 1 / 8],
  ]);
});

test('leaves no run out and no bar too many, at any zoom', () => {
  const picture = fc.array(fc.constantFrom('P', 'F', '.', 'FP', 'FFF', 'R'), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(
      picture,
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 50, max: 2500 }),
      (words, minutes, width) => {
        const all = runs(words.join(' '));
        const span = { from: 0, to: minutes * MINUTE };
        const inside = scheduledRuns(all).filter(({ started }) => started < span.to);
        const bars = barsOf(all, span, width);
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(inside.length);
        expect(bars.length).toBeLessThanOrEqual(Math.max(MAX_SINGLE_BARS, width / 2 + 1));
        expect(bars.some(({ outcome }) => outcome === 'failed')).toBe(
          inside.some(({ outcome }) => outcome === 'failed'),
        );
        for (const bar of bars) {
          expect(bar.x).toBeGreaterThanOrEqual(0);
          expect(bar.height).toBeLessThanOrEqual(100);
        }
      },
    ),
  );
});

test('finds the nearest bar within reach', () => {
  const bars = barsOf(runs('P P'));
  expect(barNear(bars, 30, 14)?.at).toBe(0);
  expect(barNear(bars, 60, 14)).toBeUndefined();
  expect(barNear(bars, 90, 14)?.at).toBe(1);
});
