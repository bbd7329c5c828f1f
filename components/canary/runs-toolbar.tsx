'use client';

import { Autocomplete, CloseButton, Group, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { RunType } from '@/lib/canary/run';

const TYPES: { value: RunType; label: string }[] = [
  { value: 'CANARY_RUN', label: 'Runs' },
  { value: 'DRY_RUN', label: 'Dry runs' },
];

type RunsToolbarProps = {
  runType: RunType;
  dryRunId: string | null;
  /** Suggested ids. */
  dryRunIds: readonly string[];
  onRunType: (runType: RunType) => void;
  onDryRunId: (dryRunId: string | null) => void;
  /** Further controls. */
  children?: ReactNode;
};

/** Scheduled runs, or dry runs: all or those of one id. */
export function RunsToolbar(props: RunsToolbarProps) {
  const { runType, dryRunId, dryRunIds, onRunType, onDryRunId, children } = props;
  return (
    <Group gap="sm">
      <SegmentedControl
        size="xs"
        aria-label="Type of runs"
        data={TYPES}
        value={runType}
        onChange={(value) => onRunType(value === 'DRY_RUN' ? 'DRY_RUN' : 'CANARY_RUN')}
      />
      {runType === 'DRY_RUN' && (
        <DryRunIdInput key={dryRunId} dryRunId={dryRunId} dryRunIds={dryRunIds} onDryRunId={onDryRunId} />
      )}
      {children}
    </Group>
  );
}

type DryRunIdInputProps = Pick<RunsToolbarProps, 'dryRunId' | 'dryRunIds' | 'onDryRunId'>;

/** Keyed by the id in the URL, so that Back and Forward update the field. */
function DryRunIdInput({ dryRunId, dryRunIds, onDryRunId }: DryRunIdInputProps) {
  const [text, setText] = useState(dryRunId ?? '');
  const apply = (id: string) => {
    if (id.trim() !== (dryRunId ?? '')) onDryRunId(id.trim() || null);
  };
  return (
    <Autocomplete
      size="xs"
      w={300}
      maw="100%"
      aria-label="Dry run id"
      placeholder="Filter by dry run id"
      data={[...dryRunIds]}
      value={text}
      onChange={setText}
      onOptionSubmit={apply}
      onBlur={() => apply(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply(text);
      }}
      rightSection={
        dryRunId && <CloseButton size="xs" aria-label="Show all dry runs" onClick={() => onDryRunId(null)} />
      }
    />
  );
}
