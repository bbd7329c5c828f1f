import { expect, test } from 'vitest';
import type { HealthStatus } from './canary-health';
import { statusDetail } from './status-text';

const NOW = Date.parse('2026-11-24T14:00:00Z');
const SINCE = Date.parse('2026-11-24T09:42:00Z');

const detail = (status: Partial<HealthStatus> & Pick<HealthStatus, 'state'>) =>
  statusDetail(
    { orEarlier: false, missed: 0, variantCount: 1, failing: [], silent: [], ...status },
    'Europe/Berlin',
    NOW,
  );

const streak = (location: string) => ({ location, since: SINCE, orEarlier: false, count: 2 });

test('tells since when a canary fails, and in which of its locations', () => {
  const failing = { state: 'failing', since: SINCE, failing: [streak('eu-west-1')] } as const;
  expect(detail({ ...failing })).toBe('since 10:42 UTC+01:00');
  expect(detail({ ...failing, orEarlier: true })).toBe('since 10:42 UTC+01:00 or earlier');
  expect(detail({ ...failing, variantCount: 3 })).toBe('since 10:42 UTC+01:00 in eu-west-1 (of 3)');
  expect(detail({ ...failing, missed: 4, silent: [streak('eu-west-1')] })).toBe(
    'since 10:42 UTC+01:00, 4 missed',
  );
});

test('tells the missed runs of a silent canary', () => {
  const silent = {
    state: 'silent',
    since: SINCE,
    missed: 2,
    silent: [streak('a-1'), streak('b-1')],
  } as const;
  expect(detail({ ...silent })).toBe('no run since 10:42 UTC+01:00 (2 missed)');
  expect(detail({ ...silent, variantCount: 2 })).toBe('no run since 10:42 UTC+01:00 (2 missed) in all 2');
});

test('names the first locations and counts the others', () => {
  const failing = ['a-1', 'b-1', 'c-1', 'd-1', 'e-1'].map(streak);
  expect(detail({ state: 'failing', since: SINCE, failing, variantCount: 51 })).toBe(
    'since 10:42 UTC+01:00 in a-1, b-1, c-1 and 2 more (of 51)',
  );
});

test('names locations and browsers in the same order, whichever failed first', () => {
  const failing = [
    { ...streak('us-east-10') },
    { ...streak('us-east-2'), browserType: 'FIREFOX' },
    { ...streak('us-east-2'), browserType: 'CHROME' },
  ];
  expect(detail({ state: 'failing', since: SINCE, failing, variantCount: 6 })).toBe(
    'since 10:42 UTC+01:00 in Chrome · us-east-2, Firefox · us-east-2, us-east-10 (of 6)',
  );
});

test('names the locations in which no runs are due', () => {
  const notDue = [
    { location: 'a-1', why: 'replicating' },
    { location: 'b-1', why: 'replicating' },
    { location: 'c-1', why: 'stopped' },
    { location: 'd-1', why: 'in error' },
  ] as const;
  expect(detail({ state: 'passing', since: SINCE, notDue })).toBe(
    'since 10:42 UTC+01:00, a-1, b-1 being replicated, c-1 stopped, d-1 in an error state',
  );
  expect(detail({ state: 'not set up', notDue: [{ why: 'not configured' }] })).toBe(
    'not configured to run there',
  );
  expect(detail({ state: 'unknown', notDue: [{ why: 'not named' }] })).toBe(
    'AWS doesn’t tell whether it runs there',
  );
});

test('adds the date to what is not of the same day', () => {
  expect(detail({ state: 'passing', since: Date.parse('2026-11-23T22:30:00Z') })).toBe(
    'since 23 Nov 2026, 23:30 UTC+01:00',
  );
  expect(detail({ state: 'stopped', since: Date.parse('2026-11-02T08:00:00Z') })).toBe(
    'since 2 Nov 2026, 09:00 UTC+01:00',
  );
});

test('dates the creation of a canary that is newer than the range', () => {
  const since = Date.parse('2026-11-24T15:00:00Z');
  expect(detail({ state: 'not created', since })).toBe('until 24 Nov 2026, 16:00 UTC+01:00');
});

test('adds nothing to a state without details', () => {
  expect(detail({ state: 'passing', since: SINCE, orEarlier: true })).toBe('');
  expect(detail({ state: 'never ran', missed: 3 })).toBe('3 runs missed');
  expect(detail({ state: 'unknown' })).toBe('');
});
