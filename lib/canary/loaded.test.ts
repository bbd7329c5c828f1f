import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { loadedRuns, withEarlier } from './loaded';
import { runs } from './runs-text';

const ids = (loaded: { runs: readonly { id: string }[] }) => loaded.runs.map(({ id }) => id);

test('is complete from the oldest run, and from the beginning after the last page', () => {
  const [newest, older] = [runs('. . P P'), runs('P P')];
  expect(loadedRuns([{ runs: newest, nextToken: 'more' }]).from).toBe(10 * MINUTE);
  const all = loadedRuns([{ runs: newest, nextToken: 'more' }, { runs: older }]);
  expect([ids(all), all.from]).toEqual([['3-0', '2-0', '1-0', '0-0'], Number.NEGATIVE_INFINITY]);
  expect(loadedRuns([]).from).toBe(Number.POSITIVE_INFINITY);
});

const earlier = { runs: runs('P P P'), from: 0 };

test('appends earlier runs where the two overlap', () => {
  const newer = { runs: runs('. . P P'), from: 10 * MINUTE };
  expect([ids(withEarlier(newer, earlier)), withEarlier(newer, earlier).from]).toEqual([
    ['3-0', '2-0', '1-0', '0-0'],
    0,
  ]);
});

test('keeps only newer runs after a gap, a running run, or without older ones', () => {
  const apart = { runs: runs('. . . P'), from: 15 * MINUTE };
  expect(withEarlier(apart, earlier)).toBe(apart);
  const newer = { runs: runs('. . P P'), from: 10 * MINUTE };
  expect(withEarlier(newer, { runs: runs('P R P'), from: 0 })).toBe(newer);
  const all = { runs: runs('P'), from: Number.NEGATIVE_INFINITY };
  expect(withEarlier(all, earlier)).toBe(all);
});
