import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { healthOf } from '../health/health-of';
import type { Canary, CanaryRun } from '../run';
import { runs } from '../runs-text';
import { type CanaryRow, canaryRow } from './canary-row';
import { filterRows, tagsOfRows } from './filter-rows';
import { sortRows } from './sort-rows';

const SLOT = 5 * MINUTE;
const NOW = 6 * SLOT;

/** A row from the runs of a picture, read, or of which the last run alone is known. */
function row(
  name: string,
  picture: string,
  { isRead = true, change = {} as Partial<Canary>, groups = [] as string[] } = {},
) {
  const canary: Canary = {
    name,
    state: 'RUNNING',
    schedule: 'rate(5 minutes)',
    tags: {},
    created: 0,
    modified: 0,
    ...change,
  };
  const all = runs(picture);
  const span = { from: 0, to: NOW };
  const health = isRead ? healthOf({ runs: all, from: 0 }, canary, { span, now: NOW, bins: 6 }) : undefined;
  const lastRun: CanaryRun | undefined = all[0];
  return canaryRow({ ...canary, ...(lastRun && { lastRun }) }, { health, groups, hasLastRuns: true }, NOW);
}

const names = (rows: readonly CanaryRow[]) => rows.map(({ canary }) => canary.name).join(' ');

test('claims no more than the last run until the others are read', () => {
  expect(row('a', 'F F F F F P', { isRead: false })).toMatchObject({ label: 'Last run passed' });
  expect(row('a', 'P P P P P F', { isRead: false })).toMatchObject({
    label: 'Last run failed',
    status: { state: 'failing', orEarlier: true },
  });
  expect(row('a', 'P P P P P F')).toMatchObject({ label: 'Failing', status: { orEarlier: false } });
});

test('finds silence from the last run alone', () => {
  const { label, status } = row('a', 'P P P . . .', { isRead: false });
  expect([label, status.since, status.missed]).toEqual(['Silent', 2 * SLOT, 3]);
});

test('judges no location or browser but that of the last run alone', () => {
  const locations = { primary: 'eu-west-1', replicas: [{ location: 'us-east-1', state: 'RUNNING' }] };
  const canary = {
    name: 'a',
    state: 'RUNNING',
    schedule: 'rate(5 minutes)',
    tags: {},
    created: 0,
    modified: 0,
  };
  const started = NOW - SLOT - MINUTE;
  const lastRun = { id: '1', name: 'a', state: 'PASSED', location: 'eu-west-1', started } as const;
  const known = { health: undefined, groups: [], hasLastRuns: true };
  const { label, status } = canaryRow({ ...canary, locations, lastRun }, known, NOW);
  expect([label, status.missed]).toEqual(['Last run passed', 0]);
});

test('tells a canary that never ran from one whose last run could not be read', () => {
  const canary = { name: 'a', state: 'READY', schedule: 'rate(5 minutes)', tags: {} };
  const of = (hasLastRuns: boolean) => {
    const { label, newest, hasNone } = canaryRow(canary, { health: undefined, groups: [], hasLastRuns }, NOW);
    return [label, newest, hasNone];
  };
  expect(of(true)).toEqual(['Never ran', undefined, true]);
  expect(of(false)).toEqual(['Unknown', undefined, false]);
});

test('shows no run after the present of the link, but one that starts while the page is made', () => {
  const canary = { name: 'a', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {}, created: 0 };
  const of = (started: number) => {
    const lastRun = { id: '1', name: 'a', state: 'PASSED', started, completed: started } as const;
    const known = { health: undefined, groups: [], hasLastRuns: true };
    const { label, newest, hasNone } = canaryRow({ ...canary, lastRun }, known, NOW);
    return [label, newest, hasNone];
  };
  expect(of(NOW + 2 * MINUTE)).toEqual(['Unknown', undefined, false]);
  expect(of(NOW + 4000)).toEqual(['Last run passed', NOW + 4000, false]);
});

const ROWS = [
  row('passing', 'P P P P P P'),
  row('unread', 'P P P P P P', { isRead: false }),
  row('silent', 'P P P . . .'),
  row('flaky', 'P F P F P P', { groups: ['shop'] }),
  row('stopped', 'P P P . . .', {
    change: { state: 'STOPPED', lastStopped: 3 * SLOT, tags: { team: 'media' } },
  }),
  row('broken', 'P P P P F F', { groups: ['shop'], change: { tags: { team: 'shop', new: '' } } }),
];

test('sorts failing and silent canaries first', () => {
  expect(names(sortRows(ROWS, { by: 'state', descending: false }))).toBe(
    'broken silent flaky passing unread stopped',
  );
});

test('sorts canaries without a figure last in both directions, and by missed runs where shares are equal', () => {
  const sorted = (descending: boolean) => names(sortRows(ROWS, { by: 'availability', descending }));
  expect(sorted(false)).toBe('broken flaky silent passing stopped unread');
  expect(sorted(true)).toBe('passing stopped silent broken flaky unread');
  expect(names(sortRows(ROWS, { by: 'last', descending: true }))).toBe(
    'broken flaky passing unread silent stopped',
  );
});

const NO_FILTER = { search: '', state: null, group: null, tag: null };

test('keeps the rows that match every part of a filter', () => {
  expect(names(filterRows(ROWS, NO_FILTER))).toBe(names(ROWS));
  expect(names(filterRows(ROWS, { ...NO_FILTER, search: ' SHOP' }))).toBe('flaky broken');
  expect(names(filterRows(ROWS, { ...NO_FILTER, state: 'silent' }))).toBe('silent');
  expect(names(filterRows(ROWS, { ...NO_FILTER, group: 'shop', state: 'failing' }))).toBe('broken');
  expect(names(filterRows(ROWS, { ...NO_FILTER, tag: 'team=media' }))).toBe('stopped');
  expect(names(filterRows(ROWS, { ...NO_FILTER, tag: 'new' }))).toBe('broken');
});

test('lists all tags once', () => {
  expect(tagsOfRows(ROWS)).toEqual(['new', 'team=media', 'team=shop']);
});

test('a canary that failed lately in another location is placed with the failing ones until it is read', () => {
  const lately = (isRead: boolean) => {
    const passing = row('passing', 'P P P P P P', { isRead });
    return { ...passing, lately: 'failing' as const };
  };
  const others = [row('a', 'P P P P P P'), row('broken', 'P P P P P F')];
  const order = { by: 'state', descending: false } as const;
  expect(names(sortRows([...others, lately(false)], order))).toBe('broken passing a');
  expect(names(sortRows([...others, lately(true)], order))).toBe('broken a passing');
});

test('a canary that failed lately and was stopped since is placed with the stopped ones', () => {
  const change = { state: 'STOPPED', lastStopped: 5 * SLOT + MINUTE };
  const stopped = row('a-stopped', 'P P P P P P', { isRead: false, change });
  const lately = { ...stopped, lately: 'failing' as const };
  const rows = [row('b', 'P P P P P P'), row('broken', 'P P P P P F')];
  expect(names(sortRows([lately, ...rows], { by: 'state', descending: false }))).toBe('broken b a-stopped');
});
