import { expect, test } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import { runs } from '../runs-text';
import { healthOf } from './health-of';
import { missedRuns } from './missed-runs';

const NOW = 10 * DAY;
const canary = {
  name: 'login',
  state: 'RUNNING',
  schedule: 'rate(5 minutes)',
  tags: {},
  successRetentionDays: 2,
  failureRetentionDays: 7,
};
const span = { from: 0, to: NOW };

test('misses no run before the retention of AWS', () => {
  const missing = missedRuns({ runs: [], from: Number.NEGATIVE_INFINITY }, canary, { span, now: NOW });
  expect(missing).toHaveLength(1);
  expect(missing[0]?.from).toBeGreaterThanOrEqual(8 * DAY);
  expect(missing[0]?.to).toBe(NOW);
});

test('misses no run before what is loaded, and finds a gap after it', () => {
  const shift = 9 * DAY;
  const loaded = runs('P P . . P').map((run) => ({ ...run, started: run.started + shift }));
  const until = { from: 0, to: shift + 25 * MINUTE };
  expect(missedRuns({ runs: loaded, from: shift }, canary, { span: until, now: until.to })).toEqual([
    { from: shift + 10 * MINUTE, to: shift + 20 * MINUTE, missed: 2 },
  ]);
});

test('misses no run that AWS has deleted since the present of a link', () => {
  const loaded = { runs: [], from: Number.NEGATIVE_INFINITY, asOf: NOW + 5 * DAY };
  expect(missedRuns(loaded, canary, { span, now: NOW })).toEqual([]);
});

test('misses no run that may have started since the newest ones were listed', () => {
  const until = { from: 0, to: 60 * MINUTE };
  const loaded = { runs: runs('P P P P'), from: 0, asOf: 16 * MINUTE };
  expect(missedRuns(loaded, canary, { span: until, now: until.to })).toEqual([]);
  expect(missedRuns({ ...loaded, asOf: 26 * MINUTE }, canary, { span: until, now: until.to })).toEqual([
    { from: 20 * MINUTE, to: 26 * MINUTE, missed: 1 },
  ]);
});

const inLocation = (picture: string, location: string) =>
  runs(picture).map((run) => ({
    ...run,
    id: `${location} ${run.id}`,
    scheduledRunId: `${location} ${run.id}`,
    location,
  }));

test('misses the runs of one location while others run, as its health does', () => {
  const of = [...inLocation('P P P P P P', 'eu-west-1'), ...inLocation('P P . . . .', 'us-east-1')];
  const until = { from: 0, to: 30 * MINUTE };
  const loaded = { runs: of, from: 0 };
  const locations = { primary: 'eu-west-1', replicas: [{ location: 'us-east-1' }] };
  const inBoth = { ...canary, modified: 0, locations };
  expect(missedRuns(loaded, inBoth, { span: until, now: until.to })).toEqual([
    { from: 10 * MINUTE, to: 30 * MINUTE, missed: 4 },
  ]);
  const { heartbeat } = healthOf(loaded, inBoth, { span: until, now: until.to, bins: 6 });
  expect(heartbeat.missed).toEqual([0, 0, 1, 1, 1, 1]);
});

test.each([
  { replicationState: 'InProgress' },
  { replicationState: 'InSync', state: 'STOPPED' },
  { replicationState: 'InSync', state: 'ERROR' },
])('misses the runs of a replica before its last one, though none are due there now: %o', (state) => {
  const of = (picture: string) => {
    const all = [...inLocation('P P P P P P P P', 'us-east-1'), ...inLocation(picture, 'eu-west-1')];
    const locations = { primary: 'us-east-1', replicas: [{ location: 'eu-west-1', ...state }] };
    const until = { from: 0, to: 40 * MINUTE };
    return missedRuns(
      { runs: all, from: 0 },
      { ...canary, modified: 0, locations },
      { span: until, now: until.to },
    );
  };
  expect(of('P . . P P . . .')).toEqual([{ from: 5 * MINUTE, to: 15 * MINUTE, missed: 2 }]);
  expect(of('. . . . . . . .')).toEqual([]);
});
