import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { LocalBuckets } from '../plan/local-buckets';
import { rowForTest } from '../row-for-test';
import { Users } from '../users';
import { CostRows } from './cost-rows';
import { groupTotals } from './group-totals';
import { teamGroups } from './team-groups';

test('sums the rows of each team, and those of users without one', () => {
  const users = new Users([
    { id: 'ann', name: 'Ann', team: 'FX' },
    { id: 'bo', name: 'Bo', team: 'Light' },
    { id: 'cy', name: 'Cy', team: 'FX' },
    { id: 'di', name: 'Di' },
  ]);
  const rows = new CostRows(['USER_ID'], new LocalBuckets([{ from: 0, to: DAY, offsetMs: 0 }], 'DAILY'));
  const costs = { di: 1, ann: 2, bo: 4, cy: 8, unknown: 16 };
  rows.add(
    Object.entries(costs).map(([userId, sum]) => rowForTest({ userId, costUsd: { sum } })),
    0,
  );
  rows.add([rowForTest({ costUsd: { sum: 32 } })], 0);
  const groups = teamGroups(rows, users);
  expect(groups.ids).toEqual([[''], ['FX'], ['Light']]);
  expect([...groupTotals(rows, groups).costUsd]).toEqual([1 + 16 + 32, 2 + 8, 4]);
});
