import { expect, test } from 'vitest';
import { filterRows } from '../filters/filter-rows';
import { rowForTest } from '../row-for-test';
import { Users } from '../users';
import { groupRows } from './group-rows';
import { groupTotals } from './group-totals';
import { rowsForTest } from './rows-for-test';
import { withTeams } from './with-teams';

const users = new Users([
  { id: 'ann', name: 'Ann', team: 'FX' },
  { id: 'bo', name: 'Bo', team: 'Light' },
  { id: 'cy', name: 'Cy', team: 'FX' },
  { id: 'di', name: 'Di' },
]);
const costs = { di: 1, ann: 2, bo: 4, cy: 8, unknown: 16 };
const rows = rowsForTest(
  ['USER_ID', 'USAGE_TYPE'],
  [
    ...Object.entries(costs).flatMap(([userId, sum]) =>
      ['COMPUTE', 'LICENSE'].map((usageType) =>
        rowForTest({ userId, usageType, costUsd: { sum, max: sum } }),
      ),
    ),
    rowForTest({ usageType: 'COMPUTE', costUsd: { sum: 32, max: 32 } }),
  ],
);

test('adds the team of the user to each row, and none to those without one', () => {
  const teamed = withTeams(rows, users);
  expect(teamed.length).toBe(rows.length);
  expect(teamed.keys).toEqual(['USER_ID', 'USAGE_TYPE', 'TEAM']);
  const groups = groupRows(teamed, ['TEAM']);
  expect(groups.ids).toEqual([[''], ['FX'], ['Light']]);
  expect([...groupTotals(teamed, groups).costUsd]).toEqual([2 * (1 + 16) + 32, 2 * (2 + 8), 2 * 4]);
});

test('merges the rows of a team, and filters by it', () => {
  const teams = filterRows(withTeams(rows, users), [], ['TEAM']);
  const found = Array.from({ length: teams.length }, (_, at) => teams.at(at));
  expect(found.map(({ team, count, costUsd }) => [team, count, costUsd.sum, costUsd.max])).toEqual([
    [undefined, 5, 66, 32],
    ['FX', 4, 20, 8],
    ['Light', 2, 8, 4],
  ]);
  const fx = filterRows(withTeams(rows, users), [{ key: 'TEAM', id: 'FX' }], ['USER_ID']);
  expect(fx.valuesOf('USER_ID').ids).toEqual(['ann', 'cy']);
});
