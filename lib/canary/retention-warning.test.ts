import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { retentionWarning } from './retention-warning';
import type { Canary } from './run';

const CANARY: Canary = { name: 'login', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {} };
const NOW = Date.parse('2026-11-24T14:00:00Z');

const warning = (days: number, asOf = NOW) =>
  retentionWarning({ runs: [], from: Number.NEGATIVE_INFINITY, asOf }, CANARY, {
    span: { from: NOW - days * DAY, to: NOW },
    now: NOW,
    zone: 'UTC',
  });

test('warns where AWS no longer keeps all runs of the range', () => {
  expect(warning(31)).toBeUndefined();
  expect(warning(32)).toBe(
    'AWS keeps runs of this canary for 31 days. Availability before 24 Oct 2026, 14:00 UTC is unknown.',
  );
});

test('warns of nothing while runs that AWS keeps are not loaded yet', () => {
  const loaded = { runs: [], from: NOW - DAY, completeFrom: NOW - DAY, asOf: NOW };
  const viewed = { span: { from: NOW - 7 * DAY, to: NOW }, now: NOW, zone: 'UTC' };
  expect(retentionWarning(loaded, CANARY, viewed)).toBeUndefined();
});

test('tells from when on runs were recorded', () => {
  const loaded = { runs: [], from: NOW - 50 * DAY, completeFrom: NOW - 40 * DAY, asOf: NOW };
  const viewed = { span: { from: NOW - 50 * DAY, to: NOW }, now: NOW, zone: 'UTC' };
  expect(retentionWarning(loaded, CANARY, viewed)).toContain('before 15 Oct 2026, 14:00 UTC');
});

test('reckons from the answer, which can be newer than a link’s present', () => {
  expect(warning(31, NOW + DAY)).toContain('before 25 Oct 2026, 14:00 UTC');
});
