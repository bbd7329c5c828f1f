'use client';

import { CsvItem } from '@/components/download/csv-item';
import { counted } from '@/lib/answer/counted';
import type { JobsOfRows } from '@/lib/farm/jobs/jobs-of';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { CallsItems } from './calls-items';
import { useFileName } from './use-file-name';

type JobsItemsProps = { asked: AskedCosts; costs: Costs; found: JobsOfRows };

/** Menu items that save all jobs, and copy the calls to AWS. */
export function JobsItems({ asked, costs, found }: JobsItemsProps) {
  const name = useFileName(asked, costs, ['JOB_ID'])('costs');
  return (
    <>
      <CsvItem
        label={`All ${counted(found.jobs.length, 'job')}`}
        records={async () => (await import('@/lib/farm/export/jobs-csv')).jobsCsv(found)}
        fileName={`${name}.csv`}
      />
      <CallsItems asked={asked} isCut={costs.isCut} fileName={name} />
    </>
  );
}
