import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { runs } from './runs-text';
import { binRuns, gaps } from './timeline';

const SLOT = 5 * MINUTE;
const canary = { schedule: 'rate(5 minutes)', state: 'RUNNING' };

const bins = (picture: string, slots: number, count: number) =>
  binRuns(runs(picture), { from: 0, to: slots * SLOT }, count).map(({ worst }) => worst ?? '–');

test('gives a bin the worst outcome of its runs', () => {
  expect(bins('P P . FP P R . . P FF P FP', 12, 6)).toEqual([
    'passed',
    'retried',
    'running',
    '–',
    'failed',
    'retried',
  ]);
});

test('puts every run of the span in exactly one bin', () => {
  const instants = fc.array(fc.integer({ min: -50, max: 1100 }), { maxLength: 40 });
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 37 }), (starts, count) => {
      const all = starts.map((started, i) => ({ id: `${i}`, name: 'x', state: 'PASSED' as const, started }));
      const binned = binRuns(all, { from: 0, to: 1000 }, count);
      expect(binned).toHaveLength(count);
      expect(binned.reduce((sum, { passed }) => sum + passed, 0)).toBe(
        starts.filter((start) => start >= 0 && start < 1000).length,
      );
      expect([binned[0]?.from, binned.at(-1)?.to]).toEqual([0, 1000]);
    }),
  );
});

/** The slots of each gap, as [first, end, missed]. */
const gapSlots = (picture: string, options: { from?: number; to: number; now?: number; known?: number }) => {
  const { from = 0, to, now = to, known = from } = options;
  const span = { from: from * SLOT, to: to * SLOT };
  return gaps(runs(picture), canary, { span, knownFrom: known * SLOT, now: now * SLOT }).map((gap) => [
    gap.from / SLOT,
    gap.to / SLOT,
    gap.missed,
  ]);
};

test('leaves a gap for missing scheduled runs', () => {
  expect(gapSlots('P P . . P P', { to: 6 })).toEqual([[2, 4, 2]]);
  expect(gapSlots('P FFP P', { to: 3 })).toEqual([]);
});

test('misses the newest run half an interval after it was due', () => {
  expect(gapSlots('P', { to: 10, now: 1.4 })).toEqual([]);
  expect(gapSlots('P', { to: 10, now: 1.5 })).toEqual([[1, 1.5, 1]]);
});

test('clips a gap to the span, to what is known, and to now', () => {
  expect(gapSlots('P . . . . P', { from: 2, to: 4, now: 6 })).toEqual([[2, 4, 2]]);
  expect(gapSlots('P . . . . P', { to: 6, known: 3 })).toEqual([[3, 5, 2]]);
  expect(gapSlots('. . . P P', { to: 5, known: 3 })).toEqual([]);
});

test('expects nothing before the start, after the stop, by cron, or once', () => {
  const options = { span: { from: 0, to: 6 * SLOT }, knownFrom: 0, now: 6 * SLOT };
  const missed = (change: object) => gaps(runs('. . P P . .'), { ...canary, ...change }, options);
  expect(missed({}).map((gap) => gap.missed)).toEqual([2, 2]);
  expect(missed({ created: 2 * SLOT, state: 'STOPPED', lastStopped: 4 * SLOT })).toEqual([]);
  expect(missed({ schedule: 'cron(0 10 * * ? *)' })).toEqual([]);
  expect(missed({ schedule: 'rate(0 minutes)' })).toEqual([]);
  expect(missed({ schedule: undefined })).toEqual([]);
});

test('leaves no gap for a pause between stop and start', () => {
  const options = { span: { from: 0, to: 8 * SLOT }, knownFrom: 0, now: 8 * SLOT };
  const paused = { ...canary, lastStopped: 2 * SLOT, lastStarted: 6 * SLOT };
  expect(gaps(runs('P P . . . . P P'), paused, options)).toEqual([]);
  expect(gaps(runs('P P . . . . P P'), canary, options)).toHaveLength(1);
});

test('misses exactly the removed runs, whatever the jitter', () => {
  const slots = fc.array(fc.boolean(), { minLength: 1, maxLength: 60 });
  const jitter = fc.infiniteStream(fc.integer({ min: 0, max: SLOT / 5 }));
  fc.assert(
    fc.property(slots, jitter, (kept, delays) => {
      const present = [true, ...kept, true];
      const all = runs(present.map((isPresent) => (isPresent ? 'P' : '.')).join(' ')).map((run) => ({
        ...run,
        started: run.started + (delays.next().value ?? 0),
      }));
      const to = present.length * SLOT;
      const found = gaps(all, canary, { span: { from: 0, to }, knownFrom: 0, now: to });
      const missed = found.reduce((sum, gap) => sum + gap.missed, 0);
      expect(missed).toBe(present.filter((isPresent) => !isPresent).length);
    }),
  );
});
