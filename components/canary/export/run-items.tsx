'use client';

import { CliItem } from '@/components/download/cli-item';
import { CsvItem } from '@/components/download/csv-item';
import { JsonItem } from '@/components/download/json-item';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { runsScript } from '@/lib/canary/export/cli-scripts';
import { runsContents, runsFileHead, runsFileName } from '@/lib/canary/export/runs-file';
import type { CanaryRun, RunsRequest } from '@/lib/canary/run';
import type { RunFilter } from '@/lib/canary/run-filter';
import type { RunPlace } from '@/lib/canary/run-places';

type RunItemsProps = {
  request: RunsRequest;
  place: RunPlace;
  runs: readonly CanaryRun[];
  filter: RunFilter;
  /** Whether all runs of the range are loaded. */
  isComplete: boolean;
};

/** Menu items that save the listed runs, and copy the calls to AWS. */
export function RunItems({ request, place, runs, filter, isComplete }: RunItemsProps) {
  const { span, zone } = useRange();
  const { name: canary, runType, dryRunId } = request;
  const what = runsContents(filter, runType);
  const saved = { name: canary, what, span, place, dryRunId, isComplete };
  const name = runsFileName(saved);
  return (
    <>
      <CsvItem
        label={counted(runs.length, 'attempt')}
        records={async () => (await import('@/lib/canary/export/runs-csv')).runsCsv(runs, zone)}
        fileName={`${name}.csv`}
      />
      <JsonItem value={() => ({ ...runsFileHead(saved), runs })} fileName={`${name}.json`} />
      <CliItem
        service="synthetics"
        script={(awsPlace) => runsScript(request, awsPlace)}
        fileName={`${canary}_calls`}
      />
    </>
  );
}
