'use client';

import { SegmentedControl } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import type { LoadedRuns } from '@/lib/canary/loaded';
import type { CanaryRun, RunsRequest } from '@/lib/canary/run';
import type { RunFilter } from '@/lib/canary/run-filter';
import type { RunPlace } from '@/lib/canary/run-places';
import { RunItems } from './export/run-items';
import { RunTable } from './run-table';

const CHOICES: { value: RunFilter; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'failed', label: 'Failed' },
  { value: 'retried', label: 'Retried' },
];

type RunListPanelProps = {
  request: RunsRequest;
  loaded: LoadedRuns;
  /** Those of the filter, newest first. */
  runs: readonly CanaryRun[];
  /** The location and browser of the runs, and whether all runs of the range are known. */
  saved: { place: RunPlace; isComplete: boolean };
  filter: RunFilter;
  onFilter: (filter: RunFilter) => void;
  page: number;
  onPage: (page: number) => void;
  selectedId: string | null;
  onSelect: (run: CanaryRun) => void;
};

/** The runs of the range as a table: all, those that finally failed, or those with a retry. */
export function RunListPanel({
  request,
  loaded,
  runs,
  saved,
  filter,
  onFilter,
  ...table
}: RunListPanelProps) {
  const { span, zone, now } = useRange();
  const isLoaded = loaded.from <= span.from;
  return (
    <Panel
      title="Run list"
      id="run-list"
      figure={`${counted(runs.length, 'attempt')}${isLoaded ? '' : ' loaded'}`}
      menu={<RunItems request={request} runs={runs} filter={filter} {...saved} />}
      aside={
        <SegmentedControl
          size="xs"
          aria-label="Filter runs"
          data={CHOICES}
          value={filter}
          onChange={(value) => onFilter(CHOICES.find((choice) => choice.value === value)?.value ?? 'all')}
        />
      }
    >
      {runs.length > 0 ? (
        <RunTable runs={runs} zone={zone} now={now} {...table} />
      ) : (
        <EmptyNotice
          why={
            filter === 'all'
              ? 'No loaded run is in this range.'
              : `No ${isLoaded ? '' : 'loaded '}scheduled run in this range ${filter === 'failed' ? 'failed' : 'was retried'}.`
          }
        />
      )}
    </Panel>
  );
}
