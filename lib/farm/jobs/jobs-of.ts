import type { Names } from '../names';
import { plainName } from '../naming/plain-name';
import type { CostRows } from '../rows/cost-rows';
import { groupRows } from '../rows/group-rows';
import { groupTotals } from '../rows/group-totals';
import { type Job, type JobTotals, sumOfJobs } from './roll-up';

/** The jobs of rows, and what they cost. */
export type JobsOfRows = {
  /** The most expensive first. */
  jobs: Job[];
  /** The usage without a job; undefined if there is none. */
  withoutJob: JobTotals | undefined;
  /** All rows. */
  whole: JobTotals;
  /** Whether the hours of jobs are of compute alone. */
  hasCompute: boolean;
};

/** Sums the rows of each job. A job without a name has its id as one. A cost that AWS didn't send adds nothing. */
export function jobsOf(rows: CostRows, names: Names): JobsOfRows {
  const groups = groupRows(rows, ['JOB_ID']);
  const { costUsd, runtimeSeconds, records, compute } = groupTotals(rows, groups);
  const hours = compute?.runtimeSeconds ?? runtimeSeconds;
  const all = groups.ids.map(
    ([id = ''], at): Job => ({
      id,
      name: plainName(rows.jobNames.get(id) || names.get(id) || '') || id,
      costUsd: costUsd[at] || 0,
      runtimeSeconds: hours[at] || 0,
      records: records[at] ?? 0,
    }),
  );
  const byCost = (a: Job, b: Job) => b.costUsd - a.costUsd || (a.id < b.id ? -1 : 1);
  return {
    jobs: all.filter(({ id }) => id !== '').sort(byCost),
    withoutJob: all.find(({ id }) => id === ''),
    whole: sumOfJobs(all),
    hasCompute: compute !== undefined,
  };
}
