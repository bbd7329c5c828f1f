import { expect, test } from 'vitest';
import { lastSuccess, longerBy } from './last-success';
import type { CanaryRun } from './run';
import { runs } from './runs-text';

const at = (all: readonly CanaryRun[], id: string) => all.find((run) => run.id === id) as CanaryRun;
const before = (picture: string, id: string) => lastSuccess(runs(picture), at(runs(picture), id))?.id;

test('finds the newest run that passed before, in any order of the runs', () => {
  expect(before('P P F F P', '3-0')).toBe('1-0');
  expect(before('P FP F', '2-0')).toBe('1-1');
  expect(before('F F', '1-0')).toBeUndefined();
  const all = runs('P P F');
  expect(lastSuccess(all.toReversed(), at(all, '2-0'))?.id).toBe('1-0');
});

test('takes only runs of the same location and browser', () => {
  const [newest, middle, oldest] = runs('P P F') as [CanaryRun, CanaryRun, CanaryRun];
  const failed = { ...newest, location: 'eu-west-1', browserType: 'FIREFOX' };
  const others = [{ ...middle, location: 'eu-west-1', browserType: 'CHROME' }, oldest];
  expect(lastSuccess(others, failed)).toBeUndefined();
  expect(lastSuccess([{ ...oldest, location: 'eu-west-1', browserType: 'FIREFOX' }], failed)?.id).toBe('0-0');
});

test('compares durations, where both are known', () => {
  const [slow] = runs('P', 15) as [CanaryRun];
  const [usual] = runs('P', 10) as [CanaryRun];
  const [running] = runs('R') as [CanaryRun];
  expect(longerBy(slow, usual)).toBeCloseTo(0.5);
  expect([longerBy(running, usual), longerBy(usual, running)]).toEqual([undefined, undefined]);
});
