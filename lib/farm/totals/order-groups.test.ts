import { expect, test } from 'vitest';
import { groupFigures } from './group-figures';
import { findGroups, groupLabels } from './group-labels';
import { orderGroups, type TotalsOrder } from './order-groups';
import { costRowsForTest, usageRow } from './rows-for-test';

const rows = costRowsForTest([
  usageRow('shot 10', 'COMPUTE', 2, 3600),
  usageRow('shot 9', 'LICENSE', 5, 3600),
  usageRow('Ünit', 'COMPUTE', -1, 7200),
  usageRow('', 'COMPUTE', undefined, 60),
]);
const { groups, columns } = groupFigures(rows, ['USER_ID']);
const labelOf = groupLabels(groups, ['USER_ID'], new Map([['Ünit', 'Unit of Ann']]), new Map());
const nameOf = (group: number) => labelOf(group).name;

const ordered = (by: TotalsOrder['by'], descending: boolean) =>
  orderGroups([0, 1, 2, 3], { by, descending }, columns, nameOf).map(nameOf);

test.each<[TotalsOrder['by'], boolean, string[]]>([
  ['cost', true, ['shot 9', 'shot 10', 'Unit of Ann', 'No user']],
  ['cost', false, ['Unit of Ann', 'shot 10', 'shot 9', 'No user']],
  ['rate', true, ['shot 10', 'Unit of Ann', 'shot 9', 'No user']],
  ['name', false, ['No user', 'shot 9', 'shot 10', 'Unit of Ann']],
  ['records', true, ['shot 9', 'shot 10', 'Unit of Ann', 'No user']],
])('sorts by %s, descending %s, unknown figures last and equal ones by cost', (by, descending, names) => {
  expect(ordered(by, descending)).toEqual(names);
});

test.each([
  ['', ['shot 10', 'shot 9', 'Unit of Ann', 'No user']],
  ['  SHOT ', ['shot 10', 'shot 9']],
  ['ünit', ['Unit of Ann']],
  ['ｕｎｉｔ', ['Unit of Ann']],
  ['10 shot', ['shot 10']],
  ['shot nobody', []],
  ['nobody', []],
])('finds %j in names and ids', (text, names) => {
  expect(findGroups(4, labelOf, text).map(nameOf)).toEqual(names);
});

test('names a group by both keys, and a job by the name that AWS sent', () => {
  const jobs = costRowsForTest(
    [{ ...usageRow('', 'COMPUTE', 1, 1), jobId: 'job-1', jobName: 'sh010_comp' }],
    ['JOB_ID', 'USAGE_TYPE'],
  );
  const figures = groupFigures(jobs, ['JOB_ID', 'USAGE_TYPE']);
  const label = groupLabels(figures.groups, ['JOB_ID', 'USAGE_TYPE'], new Map(), jobs.jobNames)(0);
  expect(label.name).toBe('sh010_comp · Compute');
  expect(label.parts.map(({ id }) => id)).toEqual(['job-1', 'COMPUTE']);
});
