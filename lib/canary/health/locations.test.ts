import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import type { Canary, CanaryReplica, CanaryRun } from '../run';
import { runs } from '../runs-text';
import { healthOf } from './health-of';

const SLOT = 5 * MINUTE;
const NOW = 6 * SLOT + MINUTE;
const CANARY: Canary = {
  name: 'login',
  state: 'RUNNING',
  schedule: 'rate(5 minutes)',
  tags: {},
  created: 0,
  modified: 0,
};

/** Runs of each location from a picture. Each location starts a minute after the one before. */
const located = (pictures: Record<string, string>): CanaryRun[] =>
  Object.entries(pictures).flatMap(([location, picture], i) =>
    runs(picture).map((run) => ({
      ...run,
      id: `${location}-${run.id}`,
      location,
      started: run.started + i * MINUTE,
      ...(run.completed !== undefined && { completed: run.completed + i * MINUTE }),
    })),
  );

const statusOf = (pictures: Record<string, string>, canary: Canary = CANARY) => {
  const span = { from: 0, to: NOW };
  const { now } = healthOf({ runs: located(pictures), from: 0 }, canary, { span, now: NOW, bins: 10 });
  const names = (streaks: typeof now.failing) => streaks.map(({ location, count }) => `${location} ${count}`);
  const notDue = now.notDue?.map(({ location, why }) => `${location} ${why}`);
  return {
    ...{ state: now.state, failing: names(now.failing), silent: names(now.silent), of: now.variantCount },
    ...(notDue && { notDue }),
  };
};

test('fails if one location fails, whenever in the interval its runs start', () => {
  const pictures = { 'us-east-1': 'P P P P P P', 'eu-west-1': 'P P F F F F', 'sa-east-1': 'P P P P P P' };
  expect(statusOf(pictures)).toEqual({ state: 'failing', failing: ['eu-west-1 4'], silent: [], of: 3 });
});

test('lists every failing and silent location, longest first', () => {
  const pictures = { 'us-east-1': 'P P P . . .', 'eu-west-1': 'P P P P F F', 'sa-east-1': 'P F F F F F' };
  expect(statusOf(pictures)).toEqual({
    state: 'failing',
    failing: ['sa-east-1 5', 'eu-west-1 2'],
    silent: ['us-east-1 3'],
    of: 3,
  });
});

test('is silent if one location is, though others still run', () => {
  const pictures = { 'us-east-1': 'P P P P P P', 'eu-west-1': 'P P P . . .' };
  expect(statusOf(pictures)).toMatchObject({ state: 'silent', silent: ['eu-west-1 3'] });
});

test('does not judge a location without runs since the canary was last modified', () => {
  const pictures = { 'us-east-1': 'P P P P P P', 'eu-west-1': 'P P F . . .' };
  expect(statusOf(pictures, { ...CANARY, modified: 3 * SLOT })).toEqual({
    state: 'passing',
    failing: [],
    silent: [],
    of: 1,
  });
});

const replica = { replicationState: 'InSync', state: 'RUNNING' };

test('judges the configured locations alone, also one without any known run', () => {
  const replicas = ['eu-west-1', 'ap-south-1'].map((location) => ({ ...replica, location }));
  const canary = { ...CANARY, locations: { primary: 'us-east-1', replicas } };
  const pictures = { 'us-east-1': 'P P P P P P', 'eu-west-1': 'P P P P P P', 'sa-east-1': 'F F F F F F' };
  expect(statusOf(pictures, canary)).toEqual({
    state: 'silent',
    failing: [],
    silent: ['ap-south-1 5'],
    of: 3,
  });
});

const multi = (states: Record<string, Partial<CanaryReplica>>): Canary => ({
  ...CANARY,
  locations: {
    primary: 'us-east-1',
    replicas: Object.entries(states).map(([location, state]) => ({ ...replica, location, ...state })),
  },
});

test('expects nothing of a replica that is still being made, could not be made or is stopped', () => {
  const canary = multi({
    'eu-west-1': { replicationState: 'InProgress' },
    'eu-west-2': { replicationState: 'Inconsistent' },
    'ap-south-1': { state: 'STOPPED' },
  });
  expect(statusOf({ 'us-east-1': 'P P P P P P' }, canary)).toMatchObject({
    ...{ state: 'passing', of: 1 },
    notDue: ['eu-west-1 replicating', 'eu-west-2 inconsistent', 'ap-south-1 stopped'],
  });
});

test.each([
  ['ERROR', 'P P F F F F', 'failing', ['eu-west-1 in error']],
  ['ERROR', 'P P P . . .', 'passing', ['eu-west-1 in error']],
  ['READY', '. . . . . .', 'passing', ['eu-west-1 not started']],
  ['UPDATING', 'P P F F F F', 'failing', undefined],
  ['UPDATING', 'P P P . . .', 'silent', undefined],
  ['STARTING', 'P P P P P P', 'passing', undefined],
  ['STOPPING', 'P P F F F F', 'passing', ['eu-west-1 stopped']],
])('a replica in the state %s with the runs %s is %s', (state, picture, expected, notDue) => {
  const status = statusOf(
    { 'us-east-1': 'P P P P P P', 'eu-west-1': picture },
    multi({ 'eu-west-1': { state } }),
  );
  expect([status.state, status.notDue]).toEqual([expected, notDue]);
});

test('the state of a replica is not that of earlier instants', () => {
  const loaded = { runs: located({ 'us-east-1': 'P P P P P P', 'eu-west-1': 'P F F F . .' }), from: 0 };
  const stopped = (modified: number) => {
    const canary = multi({ 'eu-west-1': { state: 'STOPPED', modified } });
    const { now, atEnd } = healthOf(loaded, canary, { span: { from: 0, to: 3 * SLOT }, now: NOW, bins: 10 });
    return [now.state, atEnd.state];
  };
  expect(stopped(4 * SLOT)).toEqual(['passing', 'failing']);
  expect(stopped(2 * SLOT)).toEqual(['passing', 'passing']);
});

test('still judges what ran in a replica that is being made again, but not its silence', () => {
  const canary = multi({ 'eu-west-1': { replicationState: 'InProgress' } });
  const other = { 'us-east-1': 'P P P P P P' };
  expect(statusOf({ ...other, 'eu-west-1': 'P P F . . .' }, canary)).toMatchObject({
    ...{ state: 'failing', failing: ['eu-west-1 1'], silent: [], of: 2 },
  });
  expect(statusOf({ ...other, 'eu-west-1': 'P P P . . .' }, canary)).toMatchObject({ state: 'passing' });
});

test('a replica that AWS could not update is silent once its runs stop', () => {
  const canary = multi({ 'eu-west-1': { replicationState: 'Inconsistent' } });
  const pictures = { 'us-east-1': 'P P P P P P', 'eu-west-1': 'P P P . . .' };
  expect(statusOf(pictures, canary)).toMatchObject({ state: 'silent', silent: ['eu-west-1 3'] });
});

test('a location and a browser are told apart', () => {
  const canary = { ...CANARY, browserTypes: ['CHROME', 'FIREFOX'] };
  const span = { from: 0, to: NOW };
  const all = ['CHROME', 'FIREFOX'].flatMap((browserType) =>
    located({
      'us-east-1': 'P P P P P P',
      'eu-west-1': browserType === 'FIREFOX' ? 'P P P P P F' : 'P P P P P P',
    }).map((run) => ({ ...run, id: `${browserType} ${run.id}`, browserType })),
  );
  const { now, finished } = healthOf({ runs: all, from: 0 }, canary, { span, now: NOW, bins: 10 });
  expect(now.failing).toEqual([
    { browserType: 'FIREFOX', location: 'eu-west-1', since: 5 * SLOT + MINUTE, orEarlier: false, count: 1 },
  ]);
  expect([now.variantCount, finished]).toEqual([4, 24]);
});
