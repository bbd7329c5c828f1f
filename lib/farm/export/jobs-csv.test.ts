import { expect, test } from 'vitest';
import { jobsOf } from '../jobs/jobs-of';
import { rowForTest } from '../row-for-test';
import { rowsForTest } from '../rows/rows-for-test';
import { jobsCsv } from './jobs-csv';

test('has a record for each job, also for those beyond the table', () => {
  const job = (n: number) =>
    rowForTest({
      ...{ jobId: `job-${n}`, jobName: n === 2 ? '=sq010' : `sq0${n}0`, usageType: 'COMPUTE' },
      ...{ costUsd: { sum: n }, runtimeSeconds: { sum: 3600 * n } },
    });
  const rows = [...Array.from({ length: 30 }, (_, n) => job(n + 1)), rowForTest({ costUsd: { sum: 0.5 } })];
  const records = [...jobsCsv(jobsOf(rowsForTest(['JOB_ID', 'USAGE_TYPE'], rows), new Map()))];
  expect(records.slice(0, 2)).toEqual([
    'Job,Job id,"Cost, US $","Compute, hours",Records\r\n',
    'sq0300,job-30,30,30,1\r\n',
  ]);
  expect(records.slice(-3)).toEqual(["'=sq010,job-2,2,2,1\r\n", 'sq010,job-1,1,1,1\r\n', ',,0.5,0,1\r\n']);
  expect(records).toHaveLength(32);
});
