'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { useRange } from '@/components/range/use-range';
import type { Answer } from '@/lib/answer/answer';
import { isDryRunOver } from '@/lib/canary/dry-runs/dry-run-over';
import type { Canary, CanaryRun } from '@/lib/canary/run';
import { runsRequest } from '@/lib/canary/runs-request';
import { viewName } from '@/lib/canary/summary/runs-summary';
import { useCanaryHistory } from '@/lib/queries/use-canary-history';
import type { CanaryChoice } from './canary-choice';
import classes from './canary-details.module.css';
import { CanaryFigures } from './canary-figures';
import { CanaryHeader } from './canary-header';
import { CanaryToolbar } from './canary-toolbar';
import { DryRunsPanel } from './dry-runs/dry-runs-panel';
import { useFollow } from './dry-runs/use-follow';
import { RangePanels } from './range-panels';
import { RunDetails } from './run/run-details';
import { RunNotLoaded } from './run/run-not-loaded';
import { RunLimitsProvider } from './run-limits';
import { RunsPanel } from './runs-panel';
import { SettingsPanel } from './settings-panel';
import { useCanaryView } from './use-canary-view';

type CanaryDetailsProps = {
  name: string;
  canary: UseQueryResult<Answer<Canary>>;
  choice: CanaryChoice;
  /** `replace` for steps between runs and pages, which need no history. */
  onChange: (change: Partial<CanaryChoice>, history: 'push' | 'replace') => void;
};

const NO_LIMITS = {};

/** One canary: figures, timeline, run list, and the open run in a side panel. */
export function CanaryDetails({ name, canary, choice, onChange }: CanaryDetailsProps) {
  const { span, now } = useRange();
  const { runType, dryRunId, run: openId, file } = choice;
  const [linkedId] = useState(openId);
  const request = runsRequest(name, choice);
  const isDry = runType === 'DRY_RUN';
  const shown = isDry || choice.rows === 'places' ? undefined : viewName({ ...choice, span, now });
  const runs = useCanaryHistory(request, span.from, shown);
  const canaryData = canary.data?.data;
  const view = useCanaryView(runs, canaryData, choice);
  const { rules, there, loaded, measured, listed, chronological, incidents, gaps, places, hasRuns } = view;
  const { followedId, follow } = useFollow({
    isListed: (id) => isDry && (dryRunId === null || dryRunId === id),
    isFinished: (id) => isDryRunOver(runs.loaded?.runs ?? [], id, runs.asOf ?? now),
    reread: runs.retry,
  });
  const onDryRunId = (next: string | null) => onChange({ dryRunId: next, run: null, page: 1 }, 'push');
  const onStarted = (id: string) => {
    if (dryRunId !== null) onDryRunId(null);
    follow(id);
  };
  const open = runs.loaded?.runs.find(({ id }) => id === openId);
  const onSelect = ({ id }: CanaryRun) => {
    if (id !== openId) onChange({ run: id }, openId ? 'replace' : 'push');
  };
  const onClose = () => onChange({ run: null, file: null }, 'push');
  const dryRunIds = [...new Set((runs.loaded?.runs ?? []).flatMap((run) => run.dryRunId ?? []))];
  return (
    <RunLimitsProvider value={canaryData ?? NO_LIMITS}>
      <div className={classes.columns} data-open={open ? true : undefined}>
        <div className={classes.main}>
          <CanaryHeader name={name} canary={canaryData} />
          {canary.error && <ProblemNotice error={canary.error} onRetry={() => void canary.refetch()} />}
          <CanaryFigures
            canary={there}
            figures={view.figures}
            states={view.states}
            missed={view.missed}
            windowCount={rules.windows.length}
            objective={rules.objective}
            runType={runType}
            isWhole={choice.location === null && choice.browser === null}
            failed={runs.error !== null || canary.error !== null}
          />
          {openId && loaded && !open && <RunNotLoaded isLoading={runs.isReading} onClose={onClose} />}
          <RunsPanel
            canary={there}
            history={runs}
            loaded={loaded}
            measured={measured}
            runType={runType}
            startedId={followedId}
            onAllDryRuns={dryRunId ? () => onDryRunId(null) : undefined}
            selectedId={openId}
            onSelect={onSelect}
            toolbar={
              <CanaryToolbar
                {...{ name, choice, dryRunIds, places, onDryRunId, onStarted }}
                onChange={(change) => onChange({ ...change, page: 1 }, 'push')}
              />
            }
            incidents={incidents}
            gaps={gaps}
            choice={choice}
            onChoice={(change, history) => onChange({ ...change, page: 1 }, history)}
          />
          {isDry && loaded && (hasRuns || dryRunId) && (
            <DryRunsPanel
              name={name}
              loaded={loaded}
              place={choice}
              dryRunId={dryRunId}
              followedId={followedId}
              onDryRunId={onDryRunId}
              onSelect={onSelect}
            />
          )}
          {loaded && measured && hasRuns && (
            <RangePanels
              {...{
                request,
                canary: canaryData,
                loaded,
                measured,
                listed,
                incidents,
                gaps,
                choice,
                onChange,
                onSelect,
              }}
            />
          )}
          {canaryData && <SettingsPanel canary={canaryData} />}
        </div>
        {open && runs.loaded && (
          <RunDetails
            run={open}
            loaded={runs.loaded}
            runs={chronological}
            takeFocus={openId !== linkedId}
            onSelect={onSelect}
            onOpen={({ id }) => onChange({ run: id }, 'push')}
            onClose={onClose}
            file={file}
            onFile={(next) => onChange({ file: next }, 'push')}
          />
        )}
      </div>
    </RunLimitsProvider>
  );
}
