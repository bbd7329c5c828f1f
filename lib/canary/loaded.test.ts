import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { continued, loadedRuns } from './loaded';
import { runs } from './runs-text';

const ids = (loaded: { runs: readonly { id: string }[] }) => loaded.runs.map(({ id }) => id);

test('pages with more to come are whole from their oldest run on, the last page from ever', () => {
  const [newest, older] = [runs('. . P P'), runs('P P')];
  expect(loadedRuns([{ runs: newest, nextToken: 'more' }]).from).toBe(10 * MINUTE);
  const all = loadedRuns([{ runs: newest, nextToken: 'more' }, { runs: older }]);
  expect([ids(all), all.from]).toEqual([['3-0', '2-0', '1-0', '0-0'], Number.NEGATIVE_INFINITY]);
  expect(loadedRuns([]).from).toBe(Number.POSITIVE_INFINITY);
});

const before = { runs: runs('P P P'), from: 0 };

test('newer runs are continued where they meet those loaded before', () => {
  const newer = { runs: runs('. . P P'), from: 10 * MINUTE };
  expect([ids(continued(newer, before)), continued(newer, before).from]).toEqual([
    ['3-0', '2-0', '1-0', '0-0'],
    0,
  ]);
});

test('a hole between the two, a run that went on, or nothing older: only the newer ones', () => {
  const apart = { runs: runs('. . . P'), from: 15 * MINUTE };
  expect(continued(apart, before)).toBe(apart);
  const newer = { runs: runs('. . P P'), from: 10 * MINUTE };
  expect(continued(newer, { runs: runs('P R P'), from: 0 })).toBe(newer);
  const all = { runs: runs('P'), from: Number.NEGATIVE_INFINITY };
  expect(continued(all, before)).toBe(all);
});
