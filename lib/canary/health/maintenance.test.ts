import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { scheduledRuns } from '../attempts';
import { availabilityOf } from '../availability';
import { runs } from '../runs-text';
import { MAX_MAINTENANCE_WINDOWS, parseMaintenance, withoutMaintenance } from './maintenance';

const SLOT = 5 * MINUTE;

test('runs of a maintenance window count for nothing', () => {
  const kept = withoutMaintenance(scheduledRuns(runs('P F F P')), [{ from: SLOT, to: 3 * SLOT }]);
  expect(availabilityOf(kept, { from: 0, to: 4 * SLOT }, 0)).toMatchObject({ passed: 2, finished: 2 });
});

test('a window contains its start but not its end', () => {
  const kept = withoutMaintenance(scheduledRuns(runs('F F F')), [{ from: SLOT, to: 2 * SLOT }]);
  expect(kept.map(({ started }) => started / SLOT)).toEqual([2, 0]);
});

test('reads intervals that end after they begin', () => {
  const text = '2026-11-24T02:00Z/2026-11-24T03:00+01:00, 2026-12-01T00:00Z/2026-12-02T00:00Z';
  expect(parseMaintenance(text)).toBeUndefined();
  expect(parseMaintenance(text.replace('T03:00+01', 'T04:00+01'))).toEqual([
    { from: Date.parse('2026-11-24T02:00Z'), to: Date.parse('2026-11-24T03:00Z') },
    { from: Date.parse('2026-12-01T00:00Z'), to: Date.parse('2026-12-02T00:00Z') },
  ]);
  expect(parseMaintenance('')).toEqual([]);
});

test.each(['now-1h/now', '2026-11-24T02:00Z', '2026-11-24T02:00Z/', '2026-02-30T02:00Z/2026-11-24T02:00Z'])(
  'refuses %s',
  (text) => expect(parseMaintenance(text)).toBeUndefined(),
);

test('refuses more windows than it reads', () => {
  const one = '2026-11-24T02:00Z/2026-11-24T03:00Z';
  const many = (count: number) => Array.from({ length: count }, () => one).join();
  expect(parseMaintenance(many(MAX_MAINTENANCE_WINDOWS))).toHaveLength(MAX_MAINTENANCE_WINDOWS);
  expect(parseMaintenance(many(MAX_MAINTENANCE_WINDOWS + 1))).toBeUndefined();
});
