import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { scheduledRuns } from '../attempts';
import type { CanaryRun } from '../run';
import { runs } from '../runs-text';
import { gapsOf } from './gaps';

const gaps = (
  of: readonly CanaryRun[],
  ...rest: Parameters<typeof gapsOf> extends [unknown, ...infer Rest] ? Rest : never
) => gapsOf(scheduledRuns(of), ...rest);

const SLOT = 5 * MINUTE;
const canary = { schedule: 'rate(5 minutes)', state: 'RUNNING' };

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

test('expects nothing before the start, after the stop, or once', () => {
  const options = { span: { from: 0, to: 6 * SLOT }, knownFrom: 0, now: 6 * SLOT };
  const missed = (change: object) => gaps(runs('. . P P . .'), { ...canary, ...change }, options);
  expect(missed({}).map((gap) => gap.missed)).toEqual([2, 2]);
  expect(missed({ created: 2 * SLOT, state: 'STOPPED', lastStopped: 4 * SLOT })).toEqual([]);
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

test('expects nothing before the canary was last modified', () => {
  const options = { span: { from: 0, to: 6 * SLOT }, knownFrom: 0, now: 6 * SLOT };
  const modified = { ...canary, modified: 4 * SLOT };
  expect(gaps(runs('P . . P P P'), modified, options)).toEqual([]);
  expect(gaps(runs('P . . P . .'), modified, options)).toEqual([{ from: 5 * SLOT, to: 6 * SLOT, missed: 1 }]);
});

const at = (text: string) => Date.parse(`2026-11-24T${text}Z`);
const run = (time: string): CanaryRun => ({ id: time, name: 'x', state: 'PASSED', started: at(time) });

/** The gaps of runs that are due at 20 past every other hour, as `from-to missed`. */
const cronGaps = (times: string[], { to = '12:00', known = '00:00', change = {} } = {}) =>
  gaps(
    times.map(run),
    { schedule: 'cron(20 */2 * * ? *)', state: 'RUNNING', created: 0, ...change },
    { span: { from: at('00:00'), to: at(to) }, knownFrom: at(known), now: at(to) },
  ).map(({ from, to, missed }) => `${clock(from)}-${clock(to)} ${missed}`);

const clock = (instant: number) => new Date(instant).toISOString().slice(11, 16);

test('finds the missing runs of a cron expression', () => {
  expect(cronGaps(['00:20:01', '02:20:01', '10:20:03'])).toEqual(['04:20-10:20 3']);
  expect(cronGaps(['00:20:01', '02:45', '04:20', '06:20', '08:20', '10:20'])).toEqual([]);
  expect(cronGaps([], { to: '04:00' })).toEqual(['00:20-04:00 2']);
});

test('misses the newest run of a cron expression five minutes after it was due', () => {
  expect(cronGaps(['00:20'], { to: '02:24' })).toEqual([]);
  expect(cronGaps(['00:20'], { to: '02:25' })).toEqual(['02:20-02:25 1']);
});

test('expects nothing of a cron expression before it is known, or while the canary is stopped', () => {
  expect(cronGaps(['06:20', '08:20', '10:20'], { known: '05:00' })).toEqual([]);
  const change = { lastStopped: at('01:00'), lastStarted: at('07:00') };
  expect(cronGaps(['00:20', '08:20', '10:20'], { change })).toEqual([]);
});

test('never misses a run on a day that never comes, nor by an expression that is none', () => {
  expect(cronGaps([], { change: { schedule: 'cron(0 9 31 2 ? *)' } })).toEqual([]);
  expect(cronGaps([], { change: { schedule: 'cron(0 9 * * * *)' } })).toEqual([]);
});

test('misses exactly the removed runs of a cron expression, whatever the delay', () => {
  const kept = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
  const delays = fc.infiniteStream(fc.integer({ min: -20_000, max: HOUR }));
  fc.assert(
    fc.property(kept, delays, (isKept, delay) => {
      const midnight = at('00:00');
      const all = isKept.flatMap((isPresent, i): CanaryRun[] => {
        const started = midnight + (2 * i + 1 / 3) * HOUR + (delay.next().value ?? 0);
        return isPresent ? [{ id: `${i}`, name: 'x', state: 'PASSED', started }] : [];
      });
      const span = { from: midnight, to: midnight + DAY };
      const scheduled = { schedule: 'cron(20 */2 * * ? *)', state: 'RUNNING', created: 0 };
      const found = gaps(all, scheduled, { span, knownFrom: span.from, now: span.to });
      const missed = found.reduce((sum, gap) => sum + gap.missed, 0);
      expect(missed).toBe(isKept.filter((isPresent) => !isPresent).length);
    }),
  );
});
