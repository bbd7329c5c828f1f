import { expect, test } from 'vitest';
import type { Canary } from './run';
import { placesOf, runsIn } from './run-places';
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
