'use client';

import { CliItem } from '@/components/download/cli-item';
import { CsvItem } from '@/components/download/csv-item';
import { JsonItem } from '@/components/download/json-item';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { runsScript } from '@/lib/canary/export/cli-scripts';
import type { CanaryRun, RunsRequest } from '@/lib/canary/run';
import { fileTime } from '@/lib/download/file-time';

type RunItemsProps = {
  request: RunsRequest;
  runs: readonly CanaryRun[];
  /** What the file has, such as `runs` or `failed-runs`. */
  what: string;
  /** Whether all runs of the range are loaded. */
  isComplete: boolean;
};

/** Menu items that save the listed runs, and copy the calls to AWS. */
export function RunItems({ request, runs, what, isComplete }: RunItemsProps) {
  const { span, zone } = useRange();
  const name = [
    request.name,
    what,
    fileTime(span.from),
    fileTime(span.to),
    ...(isComplete ? [] : ['incomplete']),
  ].join('_');
  return (
    <>
      <CsvItem
        label={counted(runs.length, 'attempt')}
        records={async () => (await import('@/lib/canary/export/runs-csv')).runsCsv(runs, zone)}
        fileName={`${name}.csv`}
      />
      <JsonItem
        value={() => ({ canary: request.name, ...span, isComplete, runs })}
        fileName={`${name}.json`}
      />
      <CliItem
        service="synthetics"
        script={(place) => runsScript(request, span.from, place)}
        fileName={`${request.name}_calls`}
      />
    </>
  );
}
