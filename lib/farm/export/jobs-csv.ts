import { csvRecord } from '@/lib/download/csv';
import { hoursOf } from '../amounts';
import type { JobsOfRows } from '../jobs/jobs-of';

/** Every job as a record of a CSV file, the most expensive first, then the usage without a job. */
export function* jobsCsv({ jobs, withoutJob, hasCompute }: JobsOfRows): Generator<string> {
  const hours = hasCompute ? 'Compute, hours' : 'Runtime, hours';
  yield csvRecord(['Job', 'Job id', 'Cost, US $', hours, 'Records']);
  const rest = withoutJob ? [{ ...withoutJob, id: '', name: '' }] : [];
  for (const { id, name, costUsd, runtimeSeconds, records } of [...jobs, ...rest])
    yield csvRecord([name, id, costUsd, hoursOf(runtimeSeconds), records]);
}
