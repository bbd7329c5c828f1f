import { expect, test } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import type { LoadedRuns } from '../loaded';
import type { Canary } from '../run';
import { runs } from '../runs-text';
import { healthOf } from './health-of';

const SLOT = 5 * MINUTE;
const CANARY: Canary = { name: 'login', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {}, created: 0 };

/** Health of six slots of five minutes, just after the last one began, if all its runs are loaded from `from` on. */
const health = (picture: string, { from = 0, canary = CANARY, slots = 6 } = {}) => {
  const to = slots * SLOT;
  const loaded: LoadedRuns = { runs: runs(picture), from: from * SLOT };
  return healthOf(loaded, canary, { span: { from: 0, to }, now: to, bins: 100 });
};

test.each([
  ['P P P P P P', { state: 'passing', since: 0, orEarlier: false }],
  ['P F P P P P', { state: 'passing', since: 2 * SLOT, orEarlier: false }],
  ['P P P P FF FP', { state: 'passing', since: 5 * SLOT }],
  ['P P P F FF F', { state: 'failing', since: 3 * SLOT, orEarlier: false }],
  ['F F F F F F', { state: 'failing', since: 0, orEarlier: false }],
  ['P P P P . .', { state: 'silent', since: 3 * SLOT, missed: 2, orEarlier: false }],
  ['P P F F . .', { state: 'failing', since: 2 * SLOT, missed: 2 }],
  ['. . . . . R', { state: 'running' }],
  ['P P P P P R', { state: 'passing', since: 0 }],
])('%s is %o', (picture, status) => {
  expect(health(picture).now).toMatchObject(status);
});

test('nothing is earlier than the first run of a canary', () => {
  const older = { ...CANARY, created: -DAY };
  expect(health('F F F F F F', { canary: older }).now.orEarlier).toBe(true);
  const all = { runs: runs('F F'), from: Number.NEGATIVE_INFINITY };
  const isEarlier = (created: number) =>
    healthOf(all, { ...CANARY, created }, { span: { from: 0, to: SLOT }, now: 2 * SLOT, bins: 1 }).now
      .orEarlier;
  expect([isEarlier(-DAY), isEarlier(-40 * DAY)]).toEqual([false, true]);
});

test('a canary is silent when no run of the known time started', () => {
  expect(health('. . . . . .').now).toMatchObject({ state: 'silent', since: 0, orEarlier: true });
});

test('a canary that was never started never ran', () => {
  const canary = { ...CANARY, state: 'READY' };
  const loaded = { runs: [], from: Number.NEGATIVE_INFINITY };
  const span = { from: 0, to: DAY };
  expect(healthOf(loaded, canary, { span, now: DAY, bins: 10 }).now.state).toBe('never ran');
});

test('a canary that was created after the range was not created yet', () => {
  const canary = { ...CANARY, created: 10 * SLOT, state: 'STOPPED', lastStopped: 11 * SLOT };
  const loaded = { runs: [], from: Number.NEGATIVE_INFINITY };
  const { atEnd, now } = healthOf(loaded, canary, {
    span: { from: 0, to: 4 * SLOT },
    now: 12 * SLOT,
    bins: 4,
  });
  expect([atEnd.state, now.state]).toEqual(['not created', 'stopped']);
});

test('a stopped canary neither fails nor passes, and is silent since then', () => {
  const canary = { ...CANARY, state: 'STOPPED', lastStopped: 4 * SLOT };
  expect(health('P P F F . .', { canary }).now).toMatchObject({ state: 'stopped', since: 4 * SLOT });
});

test('the end of the range can have another state than now', () => {
  const span = { from: 0, to: 4 * SLOT };
  const loaded = { runs: runs('P P F F P P'), from: 0 };
  const { now, atEnd } = healthOf(loaded, CANARY, { span, now: 6 * SLOT, bins: 4 });
  expect([now.state, atEnd.state]).toEqual(['passing', 'failing']);
  expect(atEnd.since).toBe(2 * SLOT);
});

test('nothing is known before what is loaded', () => {
  const { atEnd, coverage, finished, heartbeat } = health('. . . . P P', { from: 4 });
  expect([atEnd.orEarlier, coverage.from, finished]).toEqual([true, 4 * SLOT, 2]);
  expect(heartbeat).toMatchObject({ passed: [0, 0, 0, 0, 1, 1], missed: [0, 0, 0, 0, 0, 0], firstKnown: 4 });
  expect(health('P', { from: 7 }).now.state).toBe('unknown');
});

test('a part of the heartbeat is not shorter than the schedule', () => {
  expect(health('P FP F . R P').heartbeat).toEqual({
    from: 0,
    to: 6 * SLOT,
    passed: [1, 0, 0, 0, 0, 1],
    retried: [0, 1, 0, 0, 0, 0],
    failed: [0, 0, 1, 0, 0, 0],
    running: [0, 0, 0, 0, 1, 0],
    missed: [0, 0, 0, 1, 0, 0],
    firstKnown: 0,
  });
});

test('survives JSON', () => {
  const loaded = { runs: runs('P F'), from: Number.NEGATIVE_INFINITY };
  const all = healthOf(loaded, CANARY, { span: { from: 0, to: DAY }, now: DAY, bins: 10 });
  expect(JSON.parse(JSON.stringify(all))).toEqual(all);
});

test('is not silent for the time since its newest runs were listed', () => {
  const span = { from: 0, to: 12 * SLOT };
  const of = (asOf: number, change: Partial<Canary> = {}) =>
    healthOf(
      { runs: runs('P P P P P'), from: 0, asOf },
      { ...CANARY, ...change },
      {
        ...{ span, now: span.to, bins: 12 },
      },
    );
  const { now, heartbeat } = of(5 * SLOT);
  expect([now.state, heartbeat.missed.some((count) => count > 0)]).toEqual(['passing', false]);
  expect(of(8 * SLOT).now).toMatchObject({ state: 'silent', missed: 3 });
  expect(of(5 * SLOT, { state: 'STOPPED', lastStopped: 9 * SLOT }).now.state).toBe('stopped');
});

test('an earlier present does not bring back runs that AWS has deleted', () => {
  const span = { from: 0, to: 10 * DAY };
  const loaded = { runs: [], from: Number.NEGATIVE_INFINITY, asOf: 36 * DAY };
  const { coverage, heartbeat, isExpired } = healthOf(loaded, CANARY, { span, now: 10 * DAY, bins: 10 });
  expect(coverage).toEqual({ from: 5 * DAY, to: 10 * DAY });
  expect(heartbeat.missed.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
  expect([heartbeat.firstKnown, isExpired]).toEqual([5, false]);
});
