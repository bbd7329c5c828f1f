import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import { scheduledRuns } from '../attempts';
import { countedRuns } from '../availability';
import type { CanaryRun } from '../run';
import { runs } from '../runs-text';
import { failuresByHour, failuresByReason } from './failures';

const failed = (reasons: (string | undefined)[]): CanaryRun[] =>
  reasons.map((stateReason, i) => ({
    id: `${i}`,
    name: 'login',
    state: 'FAILED',
    started: i * MINUTE,
    ...(stateReason !== undefined && { stateReason }),
  }));

const groups = (reasons: (string | undefined)[]) =>
  failuresByReason(scheduledRuns(failed(reasons))).map(({ reason, count }) => [reason, count]);

test('groups failed runs by reason, the most frequent first', () => {
  expect(groups(['timeout', '502 Bad Gateway', 'timeout'])).toEqual([
    ['timeout', 2],
    ['502 Bad Gateway', 1],
  ]);
});

test('ignores ids and long numbers but not status codes, and shows the newest text', () => {
  expect(
    groups(['order 12345 failed', 'order 67890 failed', 'GET answered 502', 'GET answered 503']),
  ).toEqual([
    ['order 67890 failed', 2],
    ['GET answered 503', 1],
    ['GET answered 502', 1],
  ]);
  const [one, two] = ['0fa8c2d1-10aa-4b52', 'ffe81123-91bb-4c00'];
  expect(groups([`session ${one}`, `session ${two}`])).toEqual([[`session ${two}`, 2]]);
});

test('keeps failed runs without a reason, an empty one included, as one group', () => {
  expect(groups([undefined, '', '  ', 'timeout'])).toEqual([
    [undefined, 3],
    ['timeout', 1],
  ]);
});

test('counts a run by its last attempt, and only those that availability counts', () => {
  const scheduled = scheduledRuns(runs('FFF FP F P'));
  expect(failuresByReason(scheduled)).toMatchObject([{ count: 2, newest: { id: '2-0' } }]);
  const counted = countedRuns(scheduled, { from: 0, to: 5 * MINUTE }, 0);
  expect(failuresByReason(counted)).toMatchObject([{ count: 1, newest: { id: '0-2' } }]);
});

const at = (text: string, state: 'PASSED' | 'FAILED'): CanaryRun => ({
  id: text,
  name: 'login',
  state,
  started: Date.parse(text),
});

test('counts by the hour of the day in a zone, also where clocks change or are 45 minutes apart', () => {
  const all = scheduledRuns([
    at('2026-10-25T00:30:00Z', 'FAILED'),
    at('2026-10-25T01:30:00Z', 'PASSED'),
    at('2026-10-25T02:30:00Z', 'PASSED'),
  ]);
  const shown = (zone: string) =>
    failuresByHour(all, zone).flatMap(({ hour, failed, finished }) =>
      finished > 0 ? [[hour, failed, finished]] : [],
    );
  expect(shown('Europe/Berlin')).toEqual([
    [2, 1, 2],
    [3, 0, 1],
  ]);
  expect(shown('Asia/Kathmandu')).toEqual([
    [6, 1, 1],
    [7, 0, 1],
    [8, 0, 1],
  ]);
});

test('every finished run is in one hour', () => {
  const starts = fc.array(fc.integer({ min: 0, max: 400 * DAY }), { maxLength: 40 });
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns');
  fc.assert(
    fc.property(starts, zones, (starts, zone) => {
      const all = starts.map(
        (started, i): CanaryRun => ({ id: `${i}`, name: 'x', state: 'FAILED', started }),
      );
      const hours = failuresByHour(scheduledRuns(all), zone);
      expect(hours.reduce((sum, { failed }) => sum + failed, 0)).toBe(starts.length);
    }),
  );
});
