'use client';

import { Table, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { Panel } from '@/components/panel/panel';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { COMPARED_RUNS, dryRunsOf, usualRuns } from '@/lib/canary/dry-runs/dry-runs';
import type { LoadedRuns } from '@/lib/canary/loaded';
import type { CanaryRun } from '@/lib/canary/run';
import { type RunPlace, runsIn } from '@/lib/canary/run-places';
import { startedIn } from '@/lib/canary/started-in';
import { useCanaryHistory } from '@/lib/queries/use-canary-history';
import shared from '../canary.module.css';
import { DryRunRow } from './dry-run-row';
import { DryRunStarted } from './dry-run-started';
import classes from './dry-runs.module.css';

type DryRunsPanelProps = {
  name: string;
  /** The dry runs of a place. */
  loaded: LoadedRuns;
  place: RunPlace;
  dryRunId: string | null;
  /** The dry run that was started here and has not finished. */
  followedId: string | undefined;
  onDryRunId: (dryRunId: string | null) => void;
  onSelect: (run: CanaryRun) => void;
};

/** The dry runs of the range, each compared with the scheduled runs before it. */
export function DryRunsPanel(props: DryRunsPanelProps) {
  const { name, loaded, dryRunId, followedId, onDryRunId, onSelect } = props;
  const { location, browser } = props.place;
  const { span } = useRange();
  const history = useCanaryHistory({ name, runType: 'CANARY_RUN' }, span.from, undefined);
  const scheduled = useMemo(
    () => history.loaded && runsIn(history.loaded, { location, browser }),
    [history.loaded, location, browser],
  );
  const rows = useMemo(
    () =>
      dryRunsOf(loaded.runs)
        .filter(startedIn(span))
        .map((dryRun) => ({ dryRun, usual: scheduled && usualRuns(scheduled, dryRun.started, span) })),
    [loaded, scheduled, span],
  );
  return (
    <Panel title="Comparison" id="dry-runs" figure={counted(rows.length, 'dry run')}>
      {followedId && !rows.some(({ dryRun }) => dryRun.id === followedId) && (
        <p className={shared.muted}>
          <DryRunStarted id={followedId} />
        </p>
      )}
      {dryRunId && (
        <p className={shared.muted}>
          Only the dry run {dryRunId}.{' '}
          <UnstyledButton className={classes.link} onClick={() => onDryRunId(null)}>
            Show all
          </UnstyledButton>
        </p>
      )}
      {history.error && <ProblemNotice error={history.error} onRetry={history.retry} />}
      {rows.length > 0 && (
        <p className={shared.muted}>
          Each is compared with up to {COMPARED_RUNS} finished scheduled runs before it.
        </p>
      )}
      {rows.length > 0 && (
        <Table className={shared.table} verticalSpacing={5} aria-label="Dry runs, newest first">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Started</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th className={shared.number}>Duration</Table.Th>
              <Table.Th>Scheduled runs before</Table.Th>
              <Table.Th className={shared.wide}>Runs</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ dryRun, usual }) => (
              <DryRunRow
                key={dryRun.id}
                dryRun={dryRun}
                usual={usual}
                isUnknown={history.error !== null}
                isFollowed={dryRun.id === followedId}
                onSelect={onSelect}
                onOnly={() => onDryRunId(dryRun.id)}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
