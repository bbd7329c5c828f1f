'use client';

import { Alert, Button, Group, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import type { Answer } from '@/lib/answer/answer';
import type { Canary, CanaryRun, RunType } from '@/lib/canary/run';
import { filterRuns, type Shown } from '@/lib/canary/run-filter';
import { runsRequest } from '@/lib/canary/runs-request';
import shared from './canary.module.css';
import classes from './canary-details.module.css';
import { CanaryFigures } from './canary-figures';
import { RunDetails } from './run-details';
import { RunListPanel } from './run-list-panel';
import { RunsPanel } from './runs-panel';
import { RunsToolbar } from './runs-toolbar';
import { useCanaryRuns } from './use-canary-runs';

/** What the page's URL holds beside the range. */
export type CanaryChoice = {
  runType: RunType;
  dryRunId: string | null;
  show: Shown;
  run: string | null;
  page: number;
};

type CanaryDetailsProps = {
  name: string;
  canary: UseQueryResult<Answer<Canary>>;
  choice: CanaryChoice;
  /** `replace` for steps from run to run and page to page, which the history need not hold. */
  onChange: (change: Partial<CanaryChoice>, history: 'push' | 'replace') => void;
};

/** One canary: figures, its runs in time, their list, and one run at the side. */
export function CanaryDetails({ name, canary, choice, onChange }: CanaryDetailsProps) {
  const { span, zone, now } = useRange();
  const { runType, dryRunId, show, run: openId, page } = choice;
  const [linkedId] = useState(openId);
  const runs = useCanaryRuns(runsRequest(name, choice), span.from);
  const known = canary.data?.data;
  const all = runs.loaded?.runs;
  const inTime = useMemo(() => filterRuns(all ?? [], span, 'all').toReversed(), [all, span]);
  const open = all?.find(({ id }) => id === openId);
  const onSelect = ({ id }: CanaryRun) => {
    if (id !== openId) onChange({ run: id }, openId ? 'replace' : 'push');
  };
  const onClose = () => onChange({ run: null }, 'push');
  const dryRunIds = [...new Set((all ?? []).flatMap((run) => run.dryRunId ?? []))];
  return (
    <div className={classes.columns} data-open={open ? true : undefined}>
      <div className={classes.main}>
        <Group justify="space-between" gap="xs">
          <Title order={1} size="h3" className={shared.name}>
            {name}
          </Title>
          <RangeLink href="/canaries" size="sm">
            All canaries
          </RangeLink>
        </Group>
        {canary.error && <ProblemNotice error={canary.error} onRetry={() => void canary.refetch()} />}
        <CanaryFigures canary={known} loaded={runs.loaded} runType={runType} failed={runs.error !== null} />
        {openId && all && !open && <RunNotLoaded runs={runs} onClose={onClose} />}
        <RunsPanel
          canary={known}
          runs={runs}
          runType={runType}
          dryRun={
            dryRunId ? { onAll: () => onChange({ dryRunId: null, run: null, page: 1 }, 'push') } : undefined
          }
          selectedId={openId}
          onSelect={onSelect}
          toolbar={
            <RunsToolbar
              runType={runType}
              dryRunId={dryRunId}
              dryRunIds={dryRunIds}
              onRunType={(next) => onChange({ runType: next, dryRunId: null, run: null, page: 1 }, 'push')}
              onDryRunId={(next) => onChange({ dryRunId: next, run: null, page: 1 }, 'push')}
            />
          }
        />
        {runs.loaded && inTime.length > 0 && (
          <RunListPanel
            loaded={runs.loaded}
            shown={show}
            onShown={(next) => onChange({ show: next, page: 1 }, 'push')}
            page={page}
            onPage={(next) => onChange({ page: next }, 'replace')}
            selectedId={openId}
            onSelect={onSelect}
          />
        )}
      </div>
      {open && (
        <RunDetails
          run={open}
          runs={inTime}
          takeFocus={openId !== linkedId}
          {...{ zone, now, onSelect, onClose }}
        />
      )}
    </div>
  );
}

type NotLoadedProps = { runs: { loadingOlder: boolean }; onClose: () => void };

/** The link names a run that is not among those loaded: it may be older, or gone. */
function RunNotLoaded({ runs, onClose }: NotLoadedProps) {
  return (
    <Alert color="gray" p="sm" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {runs.loadingOlder
            ? 'Looking for the run of this link among the older ones.'
            : 'The run of this link is not among the runs loaded: it may be older than the range, or AWS keeps it no longer.'}
        </Text>
        <Button size="compact-xs" variant="default" onClick={onClose}>
          Don’t look for it
        </Button>
      </Group>
    </Alert>
  );
}
