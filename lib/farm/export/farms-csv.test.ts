import { expect, test } from 'vitest';
import { rangeFigures } from '../totals/range-figures';
import { costRowsForTest, usageRow } from '../totals/rows-for-test';
import { farmsCsv } from './farms-csv';

test('has a record for each farm, and leaves empty what is not known', () => {
  const figures = rangeFigures(
    costRowsForTest([usageRow('ann', 'COMPUTE', 3, 7200, { count: 2 }), usageRow('ann', 'LICENSE', 1, 60)]),
  );
  const studio = { farm: { farmId: 'farm-1', displayName: '-studio' }, budgets: undefined };
  const records = farmsCsv([
    {
      ...studio,
      summary: { figures, isWhole: false, notes: [], queues: [] },
      before: { ...figures, costUsd: 2 },
    },
    studio,
  ]);
  expect([...records].slice(1)).toEqual(["'-studio,farm-1,no,4,2,2,3,\r\n", "'-studio,farm-1,,,,,,\r\n"]);
});
