import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scheduledRuns } from '@/lib/canary/attempts';
import { runs } from '@/lib/canary/runs-text';
import { MINUTE, SECOND } from '@/lib/time/duration';
import { layOut, nearestBar } from './timeline-layout';

const layOutOf = (picture: string, width: number) => {
  const scheduled = scheduledRuns(runs(picture)).toReversed();
  const span = { from: 0, to: picture.trim().split(/\s+/).length * 5 * MINUTE };
  return layOut(scheduled, { span, width, height: 100, maxMs: 20 * SECOND, now: span.to });
};

test('places a bar at the start of its run, as high as its duration', () => {
  const { bars } = layOutOf('P F P P', 80);
  expect(bars.map(({ outcome, x, width, height }) => [outcome, x, width, height])).toEqual([
    ['passed', 0, 15, 50],
    ['failed', 20, 15, 50],
    ['passed', 40, 15, 50],
    ['passed', 60, 15, 50],
  ]);
});

test('places retries next to their first attempt if there is room', () => {
  const { bars, marks } = layOutOf('P FP', 40);
  expect(bars.map(({ outcome, x }) => [outcome, x])).toEqual([
    ['passed', 0],
    ['failed', 20],
    ['passed', 28],
  ]);
  expect(marks.map(({ outcome }) => outcome)).toEqual(['retried', 'passed']);
});

test('shows one bar with the outcome if there is no room', () => {
  expect(layOutOf('P FP P', 9).bars.map(({ outcome }) => outcome)).toEqual(['passed', 'retried', 'passed']);
});

test('gives simultaneous runs of two browsers one slot and one mark', () => {
  const firefox = runs('P F P').map((run) => ({
    ...run,
    id: `firefox-${run.id}`,
    scheduledRunId: undefined,
    started: run.started + 90,
  }));
  const scheduled = scheduledRuns([...runs('P P P'), ...firefox]).toReversed();
  const span = { from: 0, to: 15 * MINUTE };
  const frame = { span, width: 60, height: 100, maxMs: 20 * SECOND, now: span.to };
  const { bars, marks } = layOut(scheduled, frame);
  expect(bars.map(({ run, x }) => [run.id, x])).toEqual([
    ['0-0', 0],
    ['firefox-0-0', 8],
    ['1-0', 20],
    ['firefox-1-0', 28],
    ['2-0', 40],
    ['firefox-2-0', 48],
  ]);
  expect(marks.map(({ outcome }) => outcome)).toEqual(['failed', 'passed', 'passed']);
});

test('drops marks for worse ones, and keeps everything inside the plot', () => {
  const words = fc.array(fc.constantFrom('P', 'F', 'FP', 'FFP', 'R'), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(words, fc.integer({ min: 60, max: 900 }), (picture, width) => {
      const { bars, marks } = layOutOf(picture.join(' '), width);
      for (const bar of bars) {
        expect(bar.x).toBeGreaterThanOrEqual(0);
        expect(bar.x + bar.width).toBeLessThanOrEqual(width + 1e-6);
        expect(bar.height).toBeLessThanOrEqual(100);
      }
      const places = marks.map(({ x }) => x).sort((a, b) => a - b);
      places.forEach((x, i) => {
        expect(x - (places[i - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(9 - 1e-6);
      });
      if (picture.includes('F')) expect(marks[0]?.outcome).toBe('failed');
    }),
  );
});

test('finds the nearest bar within reach', () => {
  const { bars } = layOutOf('P . . P', 100);
  expect(nearestBar(bars, 22, 8)?.run.id).toBe('0-0');
  expect(nearestBar(bars, 50, 8)).toBeUndefined();
  expect(nearestBar(bars, 99, 8)?.run.id).toBe('3-0');
});
