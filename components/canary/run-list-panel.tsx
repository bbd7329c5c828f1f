'use client';

import { SegmentedControl } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { useRange } from '@/components/range/use-range';
import type { LoadedRuns } from '@/lib/canary/loaded';
import type { CanaryRun } from '@/lib/canary/run';
import { filterRuns, type Shown } from '@/lib/canary/run-filter';
import { RunTable } from './run-table';

const CHOICES: { value: Shown; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'failed', label: 'Failed' },
  { value: 'retried', label: 'Retried' },
];

type RunListPanelProps = {
  loaded: LoadedRuns;
  shown: Shown;
  onShown: (shown: Shown) => void;
  page: number;
  onPage: (page: number) => void;
  selectedId: string | null;
  onSelect: (run: CanaryRun) => void;
};

/** The runs of the range as a table: all, those that finally failed, or those that were retried. */
export function RunListPanel({ loaded, shown, onShown, ...table }: RunListPanelProps) {
  const { span, zone, now } = useRange();
  const runs = filterRuns(loaded.runs, span, shown);
  return (
    <Panel
      title="Run list"
      id="run-list"
      figure={runs.length === 1 ? '1 attempt' : `${runs.length.toLocaleString('en-US')} attempts`}
      aside={
        <SegmentedControl
          size="xs"
          aria-label="Which runs"
          data={CHOICES}
          value={shown}
          onChange={(value) => onShown(CHOICES.find((choice) => choice.value === value)?.value ?? 'all')}
        />
      }
    >
      {runs.length > 0 ? (
        <RunTable runs={runs} zone={zone} now={now} {...table} />
      ) : (
        <EmptyNotice
          why={
            shown === 'failed'
              ? 'No scheduled run of this range failed in the end.'
              : shown === 'retried'
                ? 'No run of this range was retried.'
                : 'None of the loaded runs is in this range.'
          }
        />
      )}
    </Panel>
  );
}
