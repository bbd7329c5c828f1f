'use client';

import { Badge, Table } from '@mantine/core';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { attemptOutcome } from '@/lib/canary/attempts';
import { durationText } from '@/lib/canary/durations';
import { failingFirst } from '@/lib/canary/failing-first';
import { canaryStateLabel } from '@/lib/canary/labels';
import type { CanaryRun, CanaryWithLastRun } from '@/lib/canary/run';
import { scheduleText } from '@/lib/canary/schedule';
import { canariesOptions } from '@/lib/queries/canary';
import { useQuery } from '@/lib/queries/use-query';
import { formatInstant } from '@/lib/time/format';
import shared from './canary.module.css';
import classes from './canary-list.module.css';
import { NoCanaries } from './no-canaries';
import { StateMark } from './state-mark';

const LIST_HEIGHT = 320;

/** Every canary with its last run, failing ones first. */
export function CanaryList() {
  const { data, error, isFetching, refetch } = useQuery(canariesOptions());
  const canaries = data && failingFirst(data.data);
  const failing = canaries?.filter(({ lastRun }) => lastRun?.state === 'FAILED').length ?? 0;
  return (
    <Panel
      title="Last runs"
      id="last-runs"
      figure={canaries && listText(canaries.length, failing)}
      asOf={data?.asOf}
      fetching={isFetching}
      onRetry={() => void refetch()}
    >
      <Warnings warnings={data?.warnings ?? []} />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!canaries && !error && <PanelSkeleton height={LIST_HEIGHT} label="Loading canaries" />}
      {canaries?.length === 0 && <NoCanaries height={LIST_HEIGHT} />}
      {canaries && canaries.length > 0 && <CanaryTable canaries={canaries} />}
    </Panel>
  );
}

const listText = (count: number, failing: number) =>
  `${counted(count, 'canary', 'canaries')}${failing > 0 ? `, ${failing} failing` : ''}`;

function CanaryTable({ canaries }: { canaries: readonly CanaryWithLastRun[] }) {
  const { zone, now } = useRange();
  return (
    <Table className={shared.table} verticalSpacing="sm" aria-label="Canaries, failing ones first">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Canary</Table.Th>
          <Table.Th>Last run</Table.Th>
          <Table.Th className={shared.wide}>Started</Table.Th>
          <Table.Th className={`${shared.wide} ${shared.number}`}>Duration</Table.Th>
          <Table.Th className={shared.wide}>Schedule</Table.Th>
          <Table.Th className={shared.wide}>Tags</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {canaries.map((canary) => (
          <Table.Tr key={canary.name}>
            <Table.Td className={shared.name}>
              <RangeLink href={`/canaries/${encodeURIComponent(canary.name)}`}>{canary.name}</RangeLink>
              {canary.state !== 'RUNNING' && (
                <div className={shared.muted} title={canary.stateReason}>
                  {canaryStateLabel(canary.state)}
                </div>
              )}
            </Table.Td>
            <Table.Td>
              <LastRun run={canary.lastRun} zone={zone} />
            </Table.Td>
            <Table.Td className={`${shared.wide} ${classes.time}`}>
              {canary.lastRun ? formatInstant(canary.lastRun.started, zone) : '–'}
            </Table.Td>
            <Table.Td className={`${shared.wide} ${shared.number}`}>
              {canary.lastRun ? durationText(canary.lastRun, now) : '–'}
            </Table.Td>
            <Table.Td className={shared.wide}>{scheduleText(canary.schedule)}</Table.Td>
            <Table.Td className={shared.wide}>
              <Tags tags={canary.tags} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function LastRun({ run, zone }: { run: CanaryRun | undefined; zone: string }) {
  return (
    <>
      <StateMark outcome={run && attemptOutcome(run)} label={run ? undefined : 'Never ran'} />
      {run && (
        <div className={`${classes.narrow} ${shared.muted} ${classes.time}`}>
          {formatInstant(run.started, zone)}
        </div>
      )}
    </>
  );
}

function Tags({ tags }: { tags: Record<string, string> }) {
  return (
    <div className={classes.tags}>
      {Object.entries(tags).map(([key, value]) => (
        <Badge key={key} size="sm" variant="default" tt="none" fw={400} title={`${key}: ${value}`}>
          {value ? `${key}: ${value}` : key}
        </Badge>
      ))}
    </div>
  );
}
