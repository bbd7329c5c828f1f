import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import type { Canary, CanaryRun } from '../run';
import { runs } from '../runs-text';
import { healthOf } from './health-of';
import { incidentsOf } from './incidents';

const SLOT = 5 * MINUTE;
const CANARY: Canary = { name: 'login', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {} };

const span = (picture: string) => ({ from: 0, to: picture.split(' ').length * SLOT });

/** Incidents as `first slot-end slot failed`, a question mark for "or earlier". */
const found = (picture: string, { failingAfter = 1, canary = CANARY, within = span(picture) } = {}) =>
  incidentsOf({ runs: runs(picture), from: 0 }, canary, {
    span: within,
    now: span(picture).to,
    failingAfter,
  }).map(
    ({ from, to, failed, orEarlier }) =>
      `${from / SLOT}${orEarlier ? '?' : ''}-${to === undefined ? '' : to / SLOT} ${failed}`,
  );

test('joins consecutive failed runs until one passes, newest first', () => {
  expect(found('P F F P FF FP P F')).toEqual(['7- 1', '4-5 1', '1-3 2']);
});

test('counts retries that fail as one run, and ignores running and missing ones', () => {
  expect(found('P FFF . F R F P')).toEqual(['1-6 3']);
});

test('may have started earlier when no passed run is known before it', () => {
  expect(found('F F P')).toEqual(['0?-2 2']);
});

test('did not start before the first run of the canary', () => {
  expect(found('F F P', { canary: { ...CANARY, created: 0 } })).toEqual(['0-2 2']);
});

test('starts after the chosen number of failed runs, with the first of them', () => {
  expect(found('P F P F F P F F F', { failingAfter: 2 })).toEqual(['6- 3', '3-5 2']);
  expect(found('P F P F F P F F F', { failingAfter: 4 })).toEqual([]);
});

test('keeps those that overlap the span, with all of their runs', () => {
  const within = { from: 2 * SLOT, to: 4 * SLOT };
  expect(found('P F F F F P F', { within })).toEqual(['1-5 4']);
  expect(found('F P P P P P F', { within })).toEqual([]);
});

test('counts the part in the span by itself', () => {
  const inSpan = (picture: string, from: number, to: number) =>
    incidentsOf({ runs: runs(picture), from: 0 }, CANARY, {
      span: { from: from * SLOT, to: to * SLOT },
      now: span(picture).to,
    }).map(({ inSpan: { failed, lengthMs } }) => `${failed} in ${lengthMs / SLOT}`);
  expect(inSpan('P F F F F P F', 2, 4)).toEqual(['2 in 2']);
  expect(inSpan('P F F F F P F', 0, 7)).toEqual(['1 in 1', '4 in 4']);
  expect(inSpan('P F F F F F F', 3, 5)).toEqual(['2 in 2']);
  expect(inSpan('P F F . . . P', 4, 5)).toEqual(['0 in 1']);
});

test('ends when the canary is stopped', () => {
  const canary = { ...CANARY, state: 'STOPPED', lastStopped: 3 * SLOT };
  expect(found('P F F . .', { canary })).toEqual(['1-3 2']);
});

test('has its most frequent reason, its first and its last run', () => {
  const reasons: Record<string, string> = {
    '1-0': 'timeout',
    '2-1': ' 502\nBad Gateway',
    '3-0': '502 Bad Gateway',
  };
  const all = runs('P F FF F P').map((run): CanaryRun => {
    const stateReason = reasons[run.id];
    return stateReason === undefined ? run : { ...run, stateReason };
  });
  const [incident] = incidentsOf({ runs: all, from: 0 }, CANARY, { span: span('P F FF F P'), now: 5 * SLOT });
  expect(incident).toMatchObject({ reason: '502 Bad Gateway', first: { id: '1-0' }, last: { id: '3-0' } });
});

test('counts reasons that differ in ids alone as one, as the list of failures does', () => {
  const reasons: Record<string, string> = {
    '0-0': 'timeout',
    '1-0': 'timeout',
    '2-0': 'request 3f9c0123456789ab failed',
    '3-0': 'request 77aa0123456789cd failed',
    '4-0': 'request 10bb0123456789ef failed',
  };
  const all = runs('F F F F F').map((run) => ({ ...run, stateReason: reasons[run.id] ?? '' }));
  const [incident] = incidentsOf({ runs: all, from: 0 }, CANARY, { span: span('F F F F F'), now: 5 * SLOT });
  expect(incident?.reason).toBe('request 10bb0123456789ef failed');
});

const inLocation = (picture: string, location: string) =>
  runs(picture).map((run) => ({ ...run, id: `${location}-${run.id}`, location }));

test('is one incident when several locations fail at once, and two when they fail in turn', () => {
  const of = (...pictures: [string, string]) =>
    incidentsOf(
      { runs: [...inLocation(pictures[0], 'eu-west-1'), ...inLocation(pictures[1], 'us-east-1')], from: 0 },
      CANARY,
      { span: span(pictures[0]), now: span(pictures[0]).to },
    ).map(({ from, to, failed, variants }) => [
      from / SLOT,
      to === undefined ? undefined : to / SLOT,
      failed,
      variants.map(({ location }) => location).join(),
    ]);
  expect(of('P F F P P P', 'P P F F F P')).toEqual([[1, 5, 5, 'eu-west-1,us-east-1']]);
  expect(of('P F P P P P', 'P P P F F F')).toEqual([
    [3, undefined, 3, 'us-east-1'],
    [1, 2, 1, 'eu-west-1'],
  ]);
});

test('ends with the last run in a location that is no longer used', () => {
  const all = [
    ...inLocation('P P P F F . . . . . . .', 'us-east-1'),
    ...inLocation('P P P P P P P P P P P F', 'eu-west-1'),
  ];
  const now = 12 * SLOT;
  const of = (change: Partial<Canary>) =>
    incidentsOf({ runs: all, from: 0 }, { ...CANARY, ...change }, { span: { from: 0, to: now }, now }).map(
      ({ from, to, variants }) => [from / SLOT, to, variants.map(({ location }) => location).join()],
    );
  const ended = [3, 4 * SLOT + 10_000, 'us-east-1'];
  expect(of({}), 'unknown configuration').toEqual([[11, undefined, 'eu-west-1'], ended]);
  const locations = { primary: 'eu-west-1', replicas: [] };
  expect(of({ locations, modified: 5 * SLOT })).toEqual([[11, undefined, 'eu-west-1'], ended]);
  const both = { primary: 'eu-west-1', replicas: [{ location: 'us-east-1', state: 'RUNNING' }] };
  expect(of({ locations: both, modified: 0 })).toEqual([[3, undefined, 'eu-west-1,us-east-1']]);
  const stopped = { primary: 'eu-west-1', replicas: [{ location: 'us-east-1', state: 'STOPPED' }] };
  expect(of({ locations: stopped, modified: 0 }), 'a stopped replica').toEqual([
    [11, undefined, 'eu-west-1'],
    ended,
  ]);
});

test('an incident lasts exactly while the canary is failing', () => {
  const word = fc.constantFrom('P', 'F', 'FF', 'FP', 'R', '.');
  const pictures = fc.tuple(
    fc.array(word, { minLength: 1, maxLength: 20 }),
    fc.array(word, { minLength: 1, maxLength: 20 }),
  );
  const replica = fc.record({
    location: fc.constant('b-1'),
    replicationState: fc.constantFrom('InSync', 'InProgress', 'Inconsistent'),
    state: fc.constantFrom('RUNNING', 'UPDATING', 'ERROR', 'STOPPED'),
  });
  const locations = fc.record({
    primary: fc.constant('a-1'),
    replicas: fc.array(replica, { maxLength: 1 }),
  });
  fc.assert(
    fc.property(pictures, fc.option(locations), fc.nat(20), ([one, other], configured, modified) => {
      const all = [...inLocation(one.join(' '), 'a-1'), ...inLocation(other.join(' '), 'b-1')];
      const canary = {
        ...CANARY,
        modified: modified * SLOT,
        ...(configured && { locations: configured }),
      };
      const options = { span: { from: 0, to: 21 * SLOT }, now: 21 * SLOT };
      const isOpen = incidentsOf({ runs: all, from: 0 }, canary, options).some(({ to }) => to === undefined);
      const { now } = healthOf({ runs: all, from: 0 }, canary, { ...options, bins: 1 });
      expect(isOpen).toBe(now.state === 'failing');
    }),
  );
});

test('joins as many failed runs as a canary can have', () => {
  const [run] = runs('F');
  if (!run) throw new Error('There is no run.');
  const all = Array.from({ length: 180_000 }, (_, n) => ({
    ...run,
    ...{ id: `${n}`, scheduledRunId: `${n}`, started: n, completed: n, location: n === 0 ? 'a-1' : 'b-1' },
  }));
  const options = { span: { from: 0, to: 180_000 }, now: 180_000 };
  const [incident] = incidentsOf({ runs: all, from: 0 }, CANARY, options);
  expect(incident?.failed).toBe(180_000);
});

test('every failed run is in exactly one incident, whatever the order of the runs', () => {
  const words = fc.array(fc.constantFrom('P', 'F', 'FP', 'FF', 'R', '.'), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(words, words, fc.infiniteStream(fc.nat()), (one, other, keys) => {
      const all = [...inLocation(one.join(' '), 'a-1'), ...inLocation(other.join(' '), 'b-1')];
      const options = { span: { from: 0, to: 30 * SLOT }, now: 30 * SLOT };
      const incidents = incidentsOf({ runs: all, from: 0 }, CANARY, options);
      const shuffled = all
        .map((run) => ({ run, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ run }) => run);
      expect(incidentsOf({ runs: shuffled, from: 0 }, CANARY, options)).toEqual(incidents);
      const failed = [...one, ...other].filter((word) => /^F+$/.test(word)).length;
      expect(incidents.reduce((sum, incident) => sum + incident.failed, 0)).toBe(failed);
      for (const [i, { from }] of incidents.entries()) {
        const earlier = incidents[i + 1];
        if (earlier) expect(from).toBeGreaterThanOrEqual(earlier.to ?? Number.POSITIVE_INFINITY);
      }
    }),
  );
});
