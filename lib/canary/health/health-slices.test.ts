import { expect, test } from 'vitest';
import type { Heartbeat } from './canary-health';
import { healthSlices } from './health-slices';
import { beatsOf } from './heartbeat-bins';

/** A part for each letter: P passed, F failed, X both, G passed and missed, R running, M missed, a dot for none, U unknown. */
const heartbeat = (picture: string): Heartbeat => {
  const count = (letters: string) => [...picture].map((letter) => (letters.includes(letter) ? 1 : 0));
  return {
    ...{ from: 0, to: picture.length * 10, retried: count(''), running: count('R'), missed: count('MG') },
    ...{ passed: count('PXG'), failed: count('FX'), firstKnown: picture.lastIndexOf('U') + 1 },
  };
};
const slices = (picture: string, { isCovered = true, now = 1000 } = {}) =>
  healthSlices(heartbeat(picture), isCovered, now).map(({ from, to, state }) => `${from}–${to} ${state}`);

test('joins equal neighbours, the worst of a part first', () => {
  expect(slices('PPFXP')).toEqual(['0–20 passed', '20–40 failed', '40–50 passed']);
});

test('shows missing runs, and continues a state over one part without a run', () => {
  expect(slices('P.PMMP..')).toEqual(['0–30 passed', '30–50 missing', '50–70 passed']);
});

test('shows missing runs of one location though others pass, as the list of canaries does', () => {
  expect(slices('PGGP')).toEqual(['0–10 passed', '10–30 missing', '30–40 passed']);
  expect(beatsOf(heartbeat('PGGP'), 1000).map(({ state }) => state)).toEqual([
    'passed',
    'missing',
    'missing',
    'passed',
  ]);
});

test('shows nothing in the future or while a run is running', () => {
  expect(slices('PR..')).toEqual(['0–10 passed', '10–20 running']);
  expect(slices('PP..', { now: 20 })).toEqual(['0–20 passed']);
  expect(slices('PPPP', { now: 33 })).toEqual(['0–33 passed']);
});

test('tells runs that were not read from those that AWS no longer keeps', () => {
  expect(slices('UUPP', { isCovered: false })).toEqual(['0–20 unread', '20–40 passed']);
  expect(slices('UUPP')).toEqual(['20–40 passed']);
});
