import { expect, test } from 'vitest';
import { firstAttempts, scheduledRuns } from './attempts';
import { runs } from './runs-text';

const outcomes = (picture: string) => scheduledRuns(runs(picture)).map(({ outcome }) => outcome);

test('gives a scheduled run the outcome of its last attempt, newest first', () => {
  expect(outcomes('P FP FFP FFF FR R')).toEqual([
    'running',
    'running',
    'failed',
    'retried',
    'retried',
    'passed',
  ]);
});

test('sorts attempts whatever the order of the runs', () => {
  const shuffled = [...runs('FFP P')].sort((a, b) => a.id.localeCompare(b.id) * -1);
  expect(scheduledRuns(shuffled).map(({ attempts }) => attempts.map(({ id }) => id))).toEqual([
    ['1-0'],
    ['0-0', '0-1', '0-2'],
  ]);
});

test('recognizes a retry whose first attempt was not loaded', () => {
  const retry = runs('FP').filter(({ retryAttempt }) => retryAttempt === 1);
  expect(scheduledRuns(retry)).toMatchObject([{ outcome: 'retried', started: 60_000 }]);
});

test('keeps runs without a scheduled run id apart', () => {
  const alone = runs('P F').map(({ scheduledRunId: _, ...run }) => run);
  expect(scheduledRuns(alone).map(({ id, outcome }) => [id, outcome])).toEqual([
    ['1-0', 'failed'],
    ['0-0', 'passed'],
  ]);
});

test('keeps the state of a run that tells when it ended', () => {
  const [run] = runs('P');
  if (!run) throw new Error('no run');
  const { completed: _, ...early } = run;
  expect(scheduledRuns([early, run])[0]?.attempts[0].completed).toBe(run.completed);
});

test('counts a run on two pages once, in its newer state', () => {
  const doubled = [...runs('P P'), ...runs('P R')];
  expect(scheduledRuns(doubled)).toMatchObject([
    { outcome: 'passed', attempts: [{ id: '1-0' }] },
    { outcome: 'passed', attempts: [{ id: '0-0' }] },
  ]);
});

test('finds the first attempt of each retry', () => {
  const all = runs('P FFF FP');
  const found = (of: typeof all) =>
    [...firstAttempts(of)].map(([id, first]) => `${id} of ${first.id}`).sort();
  expect(found(all)).toEqual(['1-1 of 1-0', '1-2 of 1-0', '2-1 of 2-0']);
  expect(found(all.filter(({ id }) => id !== '1-0'))).toEqual(['2-1 of 2-0']);
});
