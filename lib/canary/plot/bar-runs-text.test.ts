import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { scheduledRuns } from '../attempts';
import type { CanaryRun } from '../run';
import { runs } from '../runs-text';
import { barRunsText, placesTogether } from './bar-runs-text';
import { plotRuns } from './plot-runs';

/** Runs of a picture in one place, a second after those of the place before it. */
const inPlace = (picture: string, index: number, place: Partial<CanaryRun>) =>
  runs(picture).map((run) => ({
    ...run,
    ...place,
    id: `${index}-${run.id}`,
    scheduledRunId: `${index}-${run.scheduledRunId}`,
    started: run.started + 1000 * index,
  }));

const inLocations = (...pictures: string[]) =>
  pictures.flatMap((picture, i) => inPlace(picture, i, { location: `location-${i}` }));

/** The text of the runs that started together with the one at a place, or of those at given places. */
function text(all: readonly CanaryRun[], at: number | { first: number; end: number }): string {
  const plot = plotRuns(scheduledRuns(all), 60 * MINUTE);
  return barRunsText(plot, typeof at === 'number' ? placesTogether(plot, at) : at);
}

test('counts the locations that failed of those that ran together', () => {
  const all = inLocations('P F F', 'P P F', 'P FP F');
  expect([text(all, 1), text(all, 4), text(all, 8)]).toEqual([
    ...['All 3 locations passed', '1 of 3 locations failed', 'All 3 locations failed'],
  ]);
  expect(text(inLocations('P', 'FP'), 0)).toBe('1 of 2 locations passed after a retry');
});

test('names what the runs differ in', () => {
  const browsers = ['CHROME', 'FIREFOX'].flatMap((browserType, i) =>
    inPlace('F', i, { browserType, location: 'eu-west-1' }),
  );
  expect(text(browsers, 0)).toBe('All 2 browsers failed');
  const both = [...browsers, ...inPlace('P', 2, { browserType: 'CHROME', location: 'us-east-1' })];
  expect(text(both, 0)).toBe('2 of 3 browsers and locations failed');
});

test('counts runs of different times as runs, and says nothing of a single one', () => {
  const all = runs('P F P P');
  expect(text(all, { first: 0, end: 4 })).toBe('1 of 4 runs failed');
  expect(text(inLocations('P F', 'P P'), { first: 0, end: 4 })).toBe('1 of 4 runs failed');
  expect(text(all, 1)).toBe('');
});
