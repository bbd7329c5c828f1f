import { expect, test } from 'vitest';
import { scheduledRuns } from './attempts';
import { runs } from './runs-text';

const outcomes = (picture: string) => scheduledRuns(runs(picture)).map(({ outcome }) => outcome);

test('a scheduled run is as its last attempt, newest first', () => {
  expect(outcomes('P FP FFP FFF FR R')).toEqual([
    'running',
    'running',
    'failed',
    'retried',
    'retried',
    'passed',
  ]);
});

test('attempts are in order, whatever the order of the runs', () => {
  const shuffled = [...runs('FFP P')].sort((a, b) => a.id.localeCompare(b.id) * -1);
  expect(scheduledRuns(shuffled).map(({ attempts }) => attempts.map(({ id }) => id))).toEqual([
    ['1-0'],
    ['0-0', '0-1', '0-2'],
  ]);
});

test('a retry whose first attempt was not loaded is still known as one', () => {
  const retry = runs('FP').filter(({ retryAttempt }) => retryAttempt === 1);
  expect(scheduledRuns(retry)).toMatchObject([{ outcome: 'retried', started: 60_000 }]);
});

test('runs without a scheduled run stand alone', () => {
  const alone = runs('P F').map(({ scheduledRunId: _, ...run }) => run);
  expect(scheduledRuns(alone).map(({ id, outcome }) => [id, outcome])).toEqual([
    ['1-0', 'failed'],
    ['0-0', 'passed'],
  ]);
});

test('a run that came with two pages counts once, in its newer state', () => {
  const doubled = [...runs('P P'), ...runs('P R')];
  expect(scheduledRuns(doubled)).toMatchObject([
    { outcome: 'passed', attempts: [{ id: '1-0' }] },
    { outcome: 'passed', attempts: [{ id: '0-0' }] },
  ]);
});
