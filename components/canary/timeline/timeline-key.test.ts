import { expect, test } from 'vitest';
import { scheduledRuns } from '@/lib/canary/attempts';
import { plotRuns } from '@/lib/canary/plot/plot-runs';
import { runs } from '@/lib/canary/runs-text';
import { MINUTE } from '@/lib/time/duration';
import { timelineKey } from './timeline-key';

const plot = plotRuns(scheduledRuns(runs('P P FP P P P P P')), 60 * MINUTE);
const RANGE = { from: 0, to: 40 * MINUTE };
const press = (key: string, at?: number, view = RANGE, more = {}) =>
  timelineKey(
    { key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more },
    { view, range: RANGE, at, plot },
  );

test('goes from scheduled run to scheduled run and stops at the ends', () => {
  expect([press('ArrowRight', 2), press('ArrowLeft', 2), press('Home', 2), press('End', 2)]).toEqual([
    { at: 3 },
    { at: 1 },
    { at: 0 },
    { at: 7 },
  ]);
  expect([press('ArrowRight', 7), press('ArrowLeft', 0)]).toEqual([undefined, undefined]);
  expect(press('ArrowLeft')).toEqual({ at: 7 });
});

test('goes to the next and the previous failed run, and to the newest one at first', () => {
  const failing = plotRuns(scheduledRuns(runs('P F P FF FP P FFF P')), 60 * MINUTE);
  const go = (at?: number, shiftKey = false) => {
    const place = { view: RANGE, range: RANGE, at, plot: failing };
    const action = timelineKey(
      { key: shiftKey ? 'N' : 'n', shiftKey, altKey: false, ctrlKey: false, metaKey: false },
      place,
    );
    return action && 'at' in action ? action.at : undefined;
  };
  expect([go(0), go(1), go(3), go(6)]).toEqual([1, 3, 6, undefined]);
  expect([go(7, true), go(6, true), go(3, true), go(1, true)]).toEqual([6, 3, 1, undefined]);
  expect([go(), go(undefined, true)]).toEqual([6, 6]);
  expect(press('n', 2), 'nothing failed').toBeUndefined();
});

test('zooms, pans, and follows a run out of view', () => {
  expect(press('+', 4)).toEqual({ view: { from: 10 * MINUTE, to: 30 * MINUTE } });
  expect(press('0', 4, { from: 0, to: 10 * MINUTE })).toEqual({ view: RANGE });
  expect(press('ArrowRight', 0, { from: 0, to: 20 * MINUTE }, { shiftKey: true })).toEqual({
    view: { from: 5 * MINUTE, to: 25 * MINUTE },
  });
  expect(press('ArrowRight', 3, { from: 0, to: 20 * MINUTE })).toEqual({
    at: 4,
    follow: { from: 10 * MINUTE, to: 30 * MINUTE },
  });
});

test('leaves other keys alone', () => {
  expect([press('a'), press('ArrowUp', 2), press('+', 2, RANGE, { ctrlKey: true })]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(press('Enter', 2)).toEqual({ open: true });
});
