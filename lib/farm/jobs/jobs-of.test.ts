import { expect, test } from 'vitest';
import { rowForTest } from '../row-for-test';
import { rowsForTest } from '../rows/rows-for-test';
import { jobsOf } from './jobs-of';

const row = (jobId: string, usageType: string, costUsd: number, hours: number) =>
  rowForTest({
    ...(jobId && { jobId, jobName: `name of ${jobId}` }),
    ...{ usageType, count: 2, costUsd: { sum: costUsd }, runtimeSeconds: { sum: hours * 3600 } },
  });

test('sums jobs, the most expensive first, with the hours of compute alone', () => {
  const rows = rowsForTest(
    ['JOB_ID', 'USAGE_TYPE'],
    [
      row('a', 'COMPUTE', 5, 1),
      row('b', 'COMPUTE', 4, 2),
      row('b', 'LICENSE', 3, 8),
      row('', 'COMPUTE', 1, 1),
    ],
  );
  expect(jobsOf(rows, new Map())).toEqual({
    jobs: [
      { id: 'b', name: 'name of b', costUsd: 7, runtimeSeconds: 7200, records: 4 },
      { id: 'a', name: 'name of a', costUsd: 5, runtimeSeconds: 3600, records: 2 },
    ],
    withoutJob: { id: '', name: '', costUsd: 1, runtimeSeconds: 3600, records: 2 },
    whole: { costUsd: 13, runtimeSeconds: 14_400, records: 8, jobCount: 3 },
    hasCompute: true,
  });
});

test('names jobs by what was looked up, else by their id', () => {
  const rows = rowsForTest(['JOB_ID', 'USER_ID'], [rowForTest({ jobId: 'a' }), rowForTest({ jobId: 'b' })]);
  const { jobs, hasCompute } = jobsOf(rows, new Map([['b', 'sq010']]));
  expect(jobs.map(({ name }) => name)).toEqual(['a', 'sq010']);
  expect(hasCompute).toBe(false);
});
