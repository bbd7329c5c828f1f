import { expect, test } from 'vitest';
import { groupFigures } from '../totals/group-figures';
import { groupLabels } from '../totals/group-labels';
import { costRowsForTest, usageRow } from '../totals/rows-for-test';
import { totalsCsv } from './totals-csv';

const rows = costRowsForTest([
  usageRow('ann', 'COMPUTE', 3, 3600, { count: 2 }),
  usageRow('bo', 'LICENSE', 1, 1800),
  usageRow('', 'COMPUTE', undefined, 60),
]);

test('has a record for each group in order, shares as percentages, and no sum', () => {
  const keys = ['USER_ID' as const];
  const figures = groupFigures(rows, keys);
  const labelOf = groupLabels(figures.groups, keys, new Map([['ann', 'Ann']]), rows.jobNames);
  const headings = [
    { column: 'cost' as const, label: 'Cost, US\u00a0$' },
    { column: 'share' as const, label: 'Share, %' },
    { column: 'rate' as const, label: 'Compute, US\u00a0$ per hour' },
    { column: 'records' as const, label: 'Records' },
  ];
  expect([...totalsCsv(figures, { keys, labelOf, shown: [1, 0, 2], headings })]).toEqual([
    'User,User id,"Cost, US $","Share, %","Compute, US $ per hour",Records\r\n',
    'bo,bo,1,25,,1\r\n',
    'Ann,ann,3,75,3,2\r\n',
    ',,,,,1\r\n',
  ]);
});
