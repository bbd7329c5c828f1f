import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { scheduledRuns } from '../attempts';
import { runs } from '../runs-text';
import { outageBands } from './outage-bands';

const minutes = (picture: string, end = 60) =>
  outageBands(scheduledRuns(runs(picture)), end * MINUTE).map(({ from, to }) => [from / MINUTE, to / MINUTE]);

test('is one band from the first failed run to the next that passed', () => {
  expect(minutes('P F F F P F FP')).toEqual([
    [5, 20],
    [25, 30],
  ]);
  expect(minutes('P FP P')).toEqual([]);
});

test('lasts to the end while nothing passed since, whatever is running', () => {
  expect(minutes('P F R')).toEqual([[5, 60]]);
  expect(minutes('F', 0)).toEqual([[0, 0]]);
});

test('joins the bands of locations that overlap', () => {
  const other = runs('P P F F P').map((run) => ({
    ...run,
    id: `x${run.id}`,
    scheduledRunId: `x${run.scheduledRunId}`,
    location: 'eu-west-1',
  }));
  const bands = outageBands(scheduledRuns([...runs('P F F P P'), ...other]), 60 * MINUTE);
  expect(bands.map(({ from, to }) => [from / MINUTE, to / MINUTE])).toEqual([[5, 20]]);
});
