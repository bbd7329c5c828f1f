'use client';

import { Pagination, Table } from '@mantine/core';
import { useMemo } from 'react';
import { keyedPart } from '@/components/panel/keyed-part';
import { firstAttempts } from '@/lib/canary/attempts';
import type { CanaryRun } from '@/lib/canary/run';
import { hasClockChange } from '@/lib/time/clock-change';
import { formatClock, formatDate, formatInstant, zoneLabel } from '@/lib/time/format';
import shared from './canary.module.css';
import { RunRow } from './run-row';
import classes from './run-table.module.css';

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

/** The runs as rows, in pages of 25: the newest scheduled run first, and its retries above its first attempt. */
export function RunTable({
  runs,
  zone,
  now,
  selectedId,
  onSelect,
  page: requestedPage,
  onPage,
}: RunTableProps) {
  const firsts = useMemo(() => firstAttempts(runs), [runs]);
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
      <Table
        {...keyedPart('run')}
        className={shared.table}
        verticalSpacing={5}
        highlightOnHover
        aria-label="Runs, newest first"
      >
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
            <RunRow
              key={run.id}
              run={run}
              first={firsts.get(run.id)}
              {...{ zone, now, startedText }}
              isSelected={run.id === selectedId}
              onSelect={onSelect}
            />
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
