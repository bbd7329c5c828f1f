import { expect, test } from 'vitest';
import { healthOf } from './health/health-of';
import type { Canary } from './run';
import { canaryIn, placesOf, runsIn } from './run-places';
import { runs } from './runs-text';

const [third, second, first] = runs('P P P');
const all = [
  { ...third, location: 'eu-west-1', browserType: 'FIREFOX' },
  { ...second, location: 'us-east-1', browserType: 'CHROME' },
  { ...first, location: 'us-east-1' },
] as ReturnType<typeof runs>;
const ids = (location: string | null, browser: string | null) =>
  runsIn({ runs: all, from: 7 }, { location, browser }).runs.map(({ id }) => id);

test('keeps the runs of a location, a browser, or both', () => {
  expect([ids(null, null), ids('us-east-1', null), ids('us-east-1', 'CHROME'), ids('mars', null)]).toEqual([
    ['2-0', '1-0', '0-0'],
    ['1-0', '0-0'],
    ['1-0'],
    [],
  ]);
});

test('lists places of the canary too, which may have no runs', () => {
  const canary: Canary = {
    ...{ name: 'login', state: 'RUNNING', tags: {}, browserTypes: ['CHROME'] },
    locations: { primary: 'us-east-1', replicas: [{ location: 'ap-south-1' }] },
  };
  expect(placesOf(all, canary)).toEqual({
    locations: ['ap-south-1', 'eu-west-1', 'us-east-1'],
    browsers: ['CHROME', 'FIREFOX'],
  });
  expect(placesOf([], undefined)).toEqual({ locations: [], browsers: [] });
});

test('misses no runs of other locations in one of them', () => {
  const canary: Canary = {
    ...{ name: 'login', state: 'RUNNING', tags: {}, schedule: 'rate(5 minutes)', created: 0, lastStarted: 0 },
    locations: { primary: 'us-east-1', replicas: [{ location: 'eu-west-1' }] },
  };
  const here = runs('P P P').map((run) => ({ ...run, location: 'eu-west-1' }));
  const place = { location: 'eu-west-1', browser: null };
  const now = 11 * 60_000;
  const status = healthOf({ runs: here, from: 0 }, canaryIn(canary, place), {
    span: { from: 0, to: now },
    now,
    bins: 1,
  }).now;
  expect([status.state, status.missed, status.silent]).toEqual(['passing', 0, []]);
  expect(canaryIn(canary, { location: null, browser: null })).toEqual(canary);
});

test.each([
  ['a replica that is being made', 'eu-west-1', null, 'not set up', 'replicating'],
  ['a stopped replica', 'ap-south-1', null, 'stopped', 'stopped'],
  ['a location that is not configured', 'mars-1', null, 'not set up', 'not configured'],
  ['a browser of which AWS tells nothing', null, 'FIREFOX', 'unknown', 'not named'],
])('%s without runs is not silent', (_, location, browser, state, why) => {
  const canary: Canary = {
    ...{ name: 'login', state: 'RUNNING', tags: {}, schedule: 'rate(5 minutes)', created: 0, modified: 0 },
    locations: {
      primary: 'us-east-1',
      replicas: [
        { location: 'eu-west-1', replicationState: 'InProgress' },
        { location: 'ap-south-1', replicationState: 'InSync', state: 'STOPPED' },
      ],
    },
  };
  const now = 3_600_000;
  const place = { location, browser };
  const { now: status, heartbeat } = healthOf({ runs: [], from: 0 }, canaryIn(canary, place), {
    ...{ span: { from: 0, to: now }, now, bins: 1 },
  });
  expect([status.state, status.silent, status.notDue?.map((each) => each.why), heartbeat.missed]).toEqual([
    ...[state, [], [why], [0]],
  ]);
});

test('a location that was left out later is judged by its runs until then', () => {
  const canary: Canary = {
    ...{ name: 'login', state: 'RUNNING', tags: {}, schedule: 'rate(5 minutes)', created: 0 },
    ...{ modified: 1_200_000, locations: { primary: 'us-east-1', replicas: [] } },
  };
  const here = runs('P P F').map((run) => ({ ...run, location: 'eu-west-1' }));
  const there = canaryIn(canary, { location: 'eu-west-1', browser: null });
  const { now, atEnd } = healthOf({ runs: here, from: 0 }, there, {
    ...{ span: { from: 0, to: 900_000 }, now: 3_600_000, bins: 1 },
  });
  expect([now.state, atEnd.state]).toEqual(['not set up', 'failing']);
});
