'use client';

import { Anchor, Group, Pagination, Table, Text, UnstyledButton } from '@mantine/core';
import type { Route } from 'next';
import Link from 'next/link';
import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import { formatAmount } from '@/lib/farm/amounts';
import { bucketLabel } from '@/lib/farm/buckets';
import { GROUP_KEY_LABELS, STATISTIC_LABELS } from '@/lib/farm/labels';
import { labelOf, type Names, rowLabel } from '@/lib/farm/names';
import { type Column, orderRows, type RowOrder } from '@/lib/farm/row-order';
import type { GroupKey, SessionStatistics, Statistic } from '@/lib/farm/session-statistics';
import { amountOf } from '@/lib/farm/statistics';
import { bucketZoneLabel } from '@/lib/farm/time-word';
import ellipsis from './ellipsis.module.css';
import classes from './rows-table.module.css';
import type { ShownStatistics } from './use-statistics';

const ROWS_PER_PAGE = 50;

export type RowsTableProps = {
  shown: ShownStatistics;
  statistic: Statistic;
  names: Names;
  order: RowOrder;
  onOrder(order: RowOrder): void;
  /** Counted from 1; beyond the last, the last is shown. */
  page: number;
  onPage(page: number): void;
  /** This page, with that queue or fleet alone. */
  onlyHref(id: string): Route;
};

/** Every row of the aggregation, sortable by each column, fifty at a time. */
export function RowsTable(props: RowsTableProps) {
  const { shown, statistic, names, order, onOrder, page, onPage, onlyHref } = props;
  const { rows, built } = shown;
  const { zone } = useRange();
  const { request, offsetMs } = built;
  const ordered = useMemo(() => orderRows(rows, order, statistic, names), [rows, order, statistic, names]);
  const pages = Math.max(1, Math.ceil(ordered.length / ROWS_PER_PAGE));
  const number = Math.min(page, pages);
  const first = (number - 1) * ROWS_PER_PAGE;
  const visible = ordered.slice(first, first + ROWS_PER_PAGE);
  const of = statistic === 'SUM' ? '' : `, ${STATISTIC_LABELS[statistic].toLowerCase()}`;
  const sort = { order, onOrder };

  return (
    <>
      <div className={classes.rows}>
        <Table fz="xs" verticalSpacing={4} horizontalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr data-keys={request.groupBy.length}>
              <Header by="from" {...sort}>
                Time, {bucketZoneLabel(zone, offsetMs, request.endTime)}
              </Header>
              {request.groupBy.map((key) => (
                <Header key={key} by={key} {...sort}>
                  {GROUP_KEY_LABELS[key]}
                </Header>
              ))}
              <Header by="costUsd" number {...sort}>
                Cost, US ${of}
              </Header>
              <Header by="runtimeSeconds" number {...sort}>
                Runtime, hours{of}
              </Header>
              <Header by="count" number {...sort}>
                Records
              </Header>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {visible.map((row) => (
              <Table.Tr
                data-keys={request.groupBy.length}
                key={`${row.from} ${rowLabel(row, request.groupBy, names).id}`}
              >
                <Table.Td className={`${ellipsis.ellipsis} ${classes.time}`}>
                  {bucketLabel(row.from, request.period, offsetMs)}
                </Table.Td>
                {request.groupBy.map((key) => (
                  <LabelCell key={key} row={row} by={key} names={names} onlyHref={onlyHref} />
                ))}
                <AmountCell row={row} measure="costUsd" statistic={statistic} />
                <AmountCell row={row} measure="runtimeSeconds" statistic={statistic} />
                <Table.Td className={classes.number}>{row.count.toLocaleString('en-US')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Group justify="space-between" mt="xs">
        <Text size="xs" c="dimmed">
          Rows {(first + 1).toLocaleString('en-US')}–{(first + visible.length).toLocaleString('en-US')} of{' '}
          {ordered.length.toLocaleString('en-US')}
        </Text>
        {pages > 1 && (
          <Pagination
            size="xs"
            value={number}
            onChange={onPage}
            total={pages}
            getItemProps={(to) => ({ 'aria-label': `Page ${to}` })}
            getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          />
        )}
      </Group>
    </>
  );
}

type HeaderProps = {
  by: Column;
  number?: boolean;
  order: RowOrder;
  onOrder(order: RowOrder): void;
  children: React.ReactNode;
};

/** A column's name that sorts: first from the largest where there are numbers, then the other way round. */
function Header({ by, number = false, order, onOrder, children }: HeaderProps) {
  const active = order.by === by;
  const descending = active ? !order.descending : number || by === 'from';
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <Table.Th className={number ? classes.number : undefined} aria-sort={active ? direction : 'none'}>
      <UnstyledButton className={classes.sort} onClick={() => onOrder({ by, descending })}>
        {children}
        <span aria-hidden style={{ visibility: active ? 'visible' : 'hidden' }}>
          {order.descending ? '↓' : '↑'}
        </span>
      </UnstyledButton>
    </Table.Th>
  );
}

type LabelCellProps = Pick<RowsTableProps, 'names' | 'onlyHref'> & { row: SessionStatistics; by: GroupKey };

function LabelCell({ row, by, names, onlyHref }: LabelCellProps) {
  const { id, name, title } = labelOf(row, by, names);
  const isId = id !== '' && title === id;
  const leadsOn = id !== '' && (by === 'QUEUE_ID' || by === 'FLEET_ID');
  return (
    <Table.Td
      className={`${ellipsis.ellipsis} ${classes.key}`}
      title={title}
      ff={isId ? 'monospace' : undefined}
    >
      {leadsOn ? (
        <Anchor component={Link} href={onlyHref(id)} prefetch={false} inherit>
          {name}
        </Anchor>
      ) : (
        name
      )}
    </Table.Td>
  );
}

type AmountCellProps = {
  row: SessionStatistics;
  measure: 'costUsd' | 'runtimeSeconds';
  statistic: Statistic;
};

function AmountCell({ row, measure, statistic }: AmountCellProps) {
  const amount = amountOf(row, measure, statistic);
  return (
    <Table.Td className={classes.number}>
      {amount === undefined ? '–' : formatAmount(amount, measure)}
    </Table.Td>
  );
}
