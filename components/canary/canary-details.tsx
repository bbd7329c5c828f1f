'use client';

import { Group, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import type { Answer } from '@/lib/answer/answer';
import type { Canary, CanaryRun, RunType } from '@/lib/canary/run';
import { filterRuns, type RunFilter } from '@/lib/canary/run-filter';
import { placesOf, runsIn } from '@/lib/canary/run-places';
import { runsRequest } from '@/lib/canary/runs-request';
import { useCanaryHistory } from '@/lib/queries/use-canary-history';
import shared from './canary.module.css';
import classes from './canary-details.module.css';
import { CanaryFigures } from './canary-figures';
import { PlaceSelect } from './place-select';
import { RunDetails } from './run/run-details';
import { RunNotLoaded } from './run/run-not-loaded';
import { RunListPanel } from './run-list-panel';
import { RunsPanel } from './runs-panel';
import { RunsToolbar } from './runs-toolbar';
import type { TimelineChoice } from './timeline/timeline-choice';

/** The parameters of the page's URL besides the range. */
export type CanaryChoice = {
  runType: RunType;
  dryRunId: string | null;
  show: RunFilter;
  run: string | null;
  file: string | null;
  page: number;
} & TimelineChoice;

type CanaryDetailsProps = {
  name: string;
  canary: UseQueryResult<Answer<Canary>>;
  choice: CanaryChoice;
  /** `replace` for steps between runs and pages, which need no history. */
  onChange: (change: Partial<CanaryChoice>, history: 'push' | 'replace') => void;
};

/** One canary: figures, timeline, run list, and the open run in a side panel. */
export function CanaryDetails({ name, canary, choice, onChange }: CanaryDetailsProps) {
  const { span } = useRange();
  const { runType, dryRunId, show, run: openId, file, page } = choice;
  const [linkedId] = useState(openId);
  const runs = useCanaryHistory(runsRequest(name, choice), span.from);
  const canaryData = canary.data?.data;
  const { location, browser } = choice;
  const loaded = useMemo(
    () => runs.loaded && runsIn(runs.loaded, { location, browser }),
    [runs.loaded, location, browser],
  );
  const all = loaded?.runs;
  const places = useMemo(() => placesOf(runs.loaded?.runs ?? [], canaryData), [runs.loaded, canaryData]);
  const listed = useMemo(() => filterRuns(all ?? [], span, show).toReversed(), [all, span, show]);
  const hasRuns = all?.some(({ started }) => started >= span.from && started < span.to);
  const open = runs.loaded?.runs.find(({ id }) => id === openId);
  const onSelect = ({ id }: CanaryRun) => {
    if (id !== openId) onChange({ run: id }, openId ? 'replace' : 'push');
  };
  const onClose = () => onChange({ run: null, file: null }, 'push');
  const dryRunIds = [...new Set((runs.loaded?.runs ?? []).flatMap((run) => run.dryRunId ?? []))];
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
        <CanaryFigures canary={canaryData} loaded={loaded} runType={runType} failed={runs.error !== null} />
        {openId && all && !open && <RunNotLoaded isLoading={runs.isReading} onClose={onClose} />}
        <RunsPanel
          canary={canaryData}
          history={runs}
          loaded={loaded}
          runType={runType}
          onAllDryRuns={dryRunId ? () => onChange({ dryRunId: null, run: null, page: 1 }, 'push') : undefined}
          selectedId={openId}
          onSelect={onSelect}
          toolbar={
            <RunsToolbar
              runType={runType}
              dryRunId={dryRunId}
              dryRunIds={dryRunIds}
              onRunType={(next) => onChange({ runType: next, dryRunId: null, run: null, page: 1 }, 'push')}
              onDryRunId={(next) => onChange({ dryRunId: next, run: null, page: 1 }, 'push')}
            >
              <PlaceSelect
                places={places}
                place={choice}
                onPlace={(next) =>
                  onChange({ location: next.location, browser: next.browser, page: 1 }, 'push')
                }
                hasRows={choice.rows === 'places'}
                onRows={(hasRows) => onChange({ rows: hasRows ? 'places' : 'one' }, 'push')}
              />
            </RunsToolbar>
          }
          choice={choice}
          onChoice={(change, history) => onChange({ ...change, page: 1 }, history)}
        />
        {loaded && hasRuns && (
          <RunListPanel
            loaded={loaded}
            filter={show}
            onFilter={(next) => onChange({ show: next, page: 1 }, 'push')}
            page={page}
            onPage={(next) => onChange({ page: next }, 'replace')}
            selectedId={openId}
            onSelect={onSelect}
          />
        )}
      </div>
      {open && runs.loaded && (
        <RunDetails
          run={open}
          loaded={runs.loaded}
          runs={listed}
          takeFocus={openId !== linkedId}
          onSelect={onSelect}
          onClose={onClose}
          file={file}
          onFile={(next) => onChange({ file: next }, 'replace')}
        />
      )}
    </div>
  );
}
