import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { scheduledRuns } from '../attempts';
import { availabilityOf } from '../availability';
import type { CanaryRun } from '../run';
import { availabilityByMonth } from './months';

const run = (id: string, started: number, state: 'PASSED' | 'FAILED'): CanaryRun => ({
  id,
  name: 'login',
  state,
  started,
});

test('splits a span into the months of a zone, newest first', () => {
  const span = { from: Date.parse('2026-09-15T00:00:00Z'), to: Date.parse('2026-11-24T14:00:00Z') };
  const scheduled = scheduledRuns([
    run('a', Date.parse('2026-09-20T00:00:00Z'), 'FAILED'),
    run('b', Date.parse('2026-10-31T22:59:00Z'), 'PASSED'),
    run('c', Date.parse('2026-10-31T23:00:00Z'), 'FAILED'),
    run('d', Date.parse('2026-11-02T00:00:00Z'), 'PASSED'),
  ]);
  const knownFrom = Date.parse('2026-09-25T00:00:00Z');
  const months = availabilityByMonth(scheduled, span, knownFrom, 'Europe/Berlin');
  expect(
    months.map(({ span: { from }, passed, finished, isWhole }) => [
      new Date(from).toISOString(),
      `${passed} of ${finished}`,
      isWhole,
    ]),
  ).toEqual([
    ['2026-10-31T23:00:00.000Z', '1 of 2', false],
    ['2026-09-30T22:00:00.000Z', '1 of 1', true],
    ['2026-09-15T00:00:00.000Z', '0 of 0', false],
  ]);
  expect(months.at(-1)?.coverage.from).toBe(knownFrom);
});

test('months add up to the span', () => {
  const starts = fc.array(fc.integer({ min: 0, max: 900 * DAY }), { maxLength: 40 });
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Apia', 'America/St_Johns');
  fc.assert(
    fc.property(starts, zones, (starts, zone) => {
      const span = { from: 10 * DAY, to: 890 * DAY };
      const scheduled = scheduledRuns(starts.map((at, i) => run(`${i}`, at, i % 3 ? 'PASSED' : 'FAILED')));
      const whole = availabilityOf(scheduled, span, 0);
      const months = availabilityByMonth(scheduled, span, 0, zone);
      const sum = (key: 'passed' | 'finished') => months.reduce((total, month) => total + month[key], 0);
      expect([sum('passed'), sum('finished')]).toEqual([whole.passed, whole.finished]);
    }),
  );
});
