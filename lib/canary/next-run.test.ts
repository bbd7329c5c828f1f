import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { nextRun, shortestInterval } from './next-run';
import type { Canary } from './run';

const NOW = Date.parse('2026-11-24T14:03:00Z');
const canary = (schedule: string, change: Partial<Canary> = {}): Canary => ({
  name: 'login',
  state: 'RUNNING',
  schedule,
  tags: {},
  ...change,
});

test('a rate continues from the newest run', () => {
  expect(nextRun(canary('rate(5 minutes)'), NOW - 2 * MINUTE, NOW)).toEqual({ at: NOW + 3 * MINUTE });
  expect(nextRun(canary('rate(5 minutes)'), NOW - 12 * MINUTE, NOW)).toEqual({ at: NOW + 3 * MINUTE });
  expect(nextRun(canary('rate(5 minutes)'), NOW, NOW)).toEqual({ at: NOW + 5 * MINUTE });
  expect(nextRun(canary('rate(5 minutes)'), undefined, NOW)).toBe('unknown');
});

test('a cron expression names the time', () => {
  expect(nextRun(canary('cron(20 */2 * * ? *)'), undefined, NOW)).toEqual({ at: NOW + 17 * MINUTE });
});

test('a date that no year has never comes, even while the canary is stopped', () => {
  expect(nextRun(canary('cron(0 9 31 2 ? *)'), undefined, NOW)).toBe('never');
  expect(nextRun(canary('cron(0 9 31 2 ? *)', { state: 'STOPPED' }), undefined, NOW)).toBe('never');
});

test('a stopped, a run-once and an odd schedule have no next run', () => {
  expect(nextRun(canary('rate(5 minutes)', { state: 'STOPPED', lastStopped: NOW }), NOW, NOW)).toBe(
    'stopped',
  );
  expect(nextRun(canary('rate(0 minutes)'), NOW, NOW)).toBe('once');
  expect(nextRun(canary('at(now)'), NOW, NOW)).toBe('unknown');
});

test.each([
  ['rate(5 minutes)', 5 * MINUTE],
  ['cron(0,20 * * * ? *)', 20 * MINUTE],
  ['cron(0 9-17 ? * MON-FRI *)', HOUR],
  ['cron(0 9 31 2 ? *)', undefined],
  ['rate(0 minutes)', undefined],
])('the shortest interval of %s', (schedule, interval) => {
  expect(shortestInterval({ schedule }, NOW)).toBe(interval);
});
