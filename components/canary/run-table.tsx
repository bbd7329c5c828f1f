'use client';

import { Pagination, Table, UnstyledButton } from '@mantine/core';
import { Fragment } from 'react';
import { attemptOutcome } from '@/lib/canary/attempts';
import { durationText } from '@/lib/canary/durations';
import { runStateLabel, variantLabel } from '@/lib/canary/labels';
import { reasonLine } from '@/lib/canary/reason/plain-reason';
import type { CanaryRun } from '@/lib/canary/run';
import { hasClockChange } from '@/lib/time/clock-change';
import { formatClock, formatDate, formatInstant, zoneLabel } from '@/lib/time/format';
import shared from './canary.module.css';
import { useRunLimits } from './run-limits';
import classes from './run-table.module.css';
import { StateMark } from './state-mark';

const ROWS_PER_PAGE = 25;

type RunTableProps = {
  /** Newest first. */
  runs: readonly CanaryRun[];
  zone: string;
  now: number;
  selectedId: string | null;
  onSelect: (run: CanaryRun) => void;
  /** From 1; beyond the last page, the last is shown. */
  page: number;
  onPage: (page: number) => void;
};

/** The runs as rows, newest first, in pages of 25. Narrow screens show some columns in a second line. */
export function RunTable({
  runs,
  zone,
  now,
  selectedId,
  onSelect,
  page: requestedPage,
  onPage,
}: RunTableProps) {
  const limits = useRunLimits();
  const pages = Math.max(1, Math.ceil(runs.length / ROWS_PER_PAGE));
  const page = Math.min(requestedPage, pages);
  const shown = runs.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
  const [newest, oldest] = [runs[0]?.started ?? now, runs.at(-1)?.started ?? now];
  const changes = hasClockChange({ from: oldest, to: newest }, zone);
  const startedText = (at: number) =>
    changes
      ? formatInstant(at, zone, 'second')
      : `${formatDate(at, zone)}, ${formatClock(at, zone, 'second')}`;
  return (
    <>
      <Table className={shared.table} verticalSpacing={5} highlightOnHover aria-label="Runs, newest first">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Started, {changes ? zone : zoneLabel(zone, newest)}</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th className={shared.number}>Duration</Table.Th>
            <Table.Th className={shared.wide}>Attempt</Table.Th>
            <Table.Th className={shared.wide}>Reason</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((run) => (
            <Fragment key={run.id}>
              <Table.Tr
                aria-current={run.id === selectedId ? 'true' : undefined}
                className={`${classes.row} ${classes.first}`}
                onClick={() => onSelect(run)}
              >
                <Table.Td>
                  <UnstyledButton
                    className={classes.rowButton}
                    title={formatInstant(run.started, zone, 'second')}
                    onClick={(event) => {
                      event.stopPropagation();
                      onSelect(run);
                    }}
                  >
                    {startedText(run.started)}
                  </UnstyledButton>
                </Table.Td>
                <Table.Td>
                  <StateMark outcome={attemptOutcome(run)} label={runStateLabel(run)} />
                </Table.Td>
                <Table.Td className={shared.number}>{durationText(run, now, limits)}</Table.Td>
                <Table.Td className={`${shared.wide} ${classes.variant}`}>{variantLabel(run)}</Table.Td>
                <Table.Td className={`${shared.wide} ${classes.reason}`} title={reasonLine(run.stateReason)}>
                  <bdi>{reasonLine(run.stateReason)}</bdi>
                </Table.Td>
              </Table.Tr>
              <Table.Tr
                aria-current={run.id === selectedId ? 'true' : undefined}
                className={`${classes.row} ${classes.second}`}
                onClick={() => onSelect(run)}
              >
                <Table.Td colSpan={3} title={reasonLine(run.stateReason)}>
                  <div className={classes.secondLine}>
                    {[variantLabel(run), reasonLine(run.stateReason)].filter(Boolean).join(' · ')}
                  </div>
                </Table.Td>
              </Table.Tr>
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
      {pages > 1 && (
        <Pagination
          className={classes.pages}
          size="sm"
          total={pages}
          value={page}
          onChange={onPage}
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          getItemProps={(item) => ({ 'aria-label': `Page ${item}` })}
        />
      )}
    </>
  );
}
