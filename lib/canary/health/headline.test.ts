import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/duration';
import type { Canary } from '../run';
import { runs } from '../runs-text';
import { availabilityText, healthHeadline, type KnownHealth, shortAvailabilityText } from './headline';
import { healthOf } from './health-of';

const CANARY: Canary = {
  name: 'login',
  state: 'RUNNING',
  schedule: 'rate(5 minutes)',
  tags: {},
  timeoutSeconds: 60,
};

const OLD = { span: { from: 0, to: HOUR }, now: 40 * 24 * HOUR, bins: 10 };

/** A canary's health at the end of its picture. */
const known = (picture: string, { isCovered = true, state = 'RUNNING' } = {}): KnownHealth => {
  const now = picture.split(' ').length * 5 * MINUTE;
  const loaded = { runs: runs(picture), from: isCovered ? Number.NEGATIVE_INFINITY : 0 };
  const canary = { ...CANARY, state, ...(state === 'STOPPED' && { lastStopped: now }) };
  return { health: healthOf(loaded, canary, { span: { from: 0, to: now }, now, bins: 10 }), isCovered };
};

test('counts the canaries whose state is known, and those whose state isn’t', () => {
  const all = [
    ...[known('P P P P'), known('P P F F'), known('P P . . . .'), known('P P', { state: 'STOPPED' })],
    ...[known('P P F P', { isCovered: false }), { isCovered: false }],
  ];
  expect(healthHeadline(all)).toBe(
    '2 of 6 up · 1 failing · 1 silent · 1 stopped · 1 unknown · 81.25 % of 16 runs passed · 4 missed · 1 still being read',
  );
  expect(healthHeadline([{ ...known('P P', { isCovered: false }), problem: {} }])).toBe(
    '1 of 1 up · 100 % of 2 runs passed · 1 known only in part',
  );
  const created = {
    health: healthOf({ runs: [], from: -1 }, { ...CANARY, created: HOUR }, OLD),
    isCovered: true,
  };
  expect(healthHeadline([known('P P'), created])).toBe('1 of 1 up · 1 not created · 100 % of 2 runs passed');
  expect(healthHeadline([{ isCovered: false }])).toBe('0 of 1 up · 1 unknown · no finished runs');
  expect(healthHeadline([known('P P')], 500)).toBe('1 of 500 canaries: 1 of 1 up · 100 % of 2 runs passed');
});

test('names the base of an availability', () => {
  expect(availabilityText(known('P P F P'))).toBe('75 % of 4 runs');
  expect(availabilityText(known('P P F P', { isCovered: false }))).toBe('75 % of 4 runs read so far');
  expect(availabilityText(known('R'))).toBe('no finished runs in this range');
  expect(availabilityText({ isCovered: false })).toBe('');
  const health = healthOf({ runs: [], from: Number.NEGATIVE_INFINITY }, CANARY, OLD);
  expect(availabilityText({ health, isCovered: true })).toBe('older than AWS keeps runs');
});

test('counts missed runs beside an availability, and never in it', () => {
  const silent = known('P P . . P P');
  expect(availabilityText(silent)).toBe('100 % of 4 runs, 2 missed');
  expect(silent.health && shortAvailabilityText(silent.health)).toBe('100 %, 2 missed');
  const none = known('R').health;
  expect(none && shortAvailabilityText(none)).toBe('');
});
