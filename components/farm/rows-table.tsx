'use client';

import { Anchor, Group, Pagination, Table, Text } from '@mantine/core';
import Link from 'next/link';
import { useMemo } from 'react';
import { SortButton } from '@/components/panel/sort-button';
import { useZone } from '@/components/range/use-range';
import { formatNumber } from '@/lib/answer/format-number';
import { directionOf, nextOrder } from '@/lib/answer/table-order';
import { hoursOf } from '@/lib/farm/amounts';
import { bucketLabel, bucketZoneLabel } from '@/lib/farm/bucket-labels';
import { GROUP_KEY_LABELS, STATISTIC_LABELS } from '@/lib/farm/labels';
import { labelOf, type Names, rowLabel } from '@/lib/farm/names';
import { type Column, orderRows, possibleOrder, type RowOrder } from '@/lib/farm/row-order';
import type { CostTable } from '@/lib/farm/rows/cost-table';
import type { GroupKey, SessionStatistics, Statistic } from '@/lib/farm/session-statistics';
import { amountOf } from '@/lib/farm/statistics';
import { cellText } from '@/lib/farm/totals/cell-text';
import { WithConsoleLinks } from './aws/console-link';
import ellipsis from './ellipsis.module.css';
import { drillHref, type PlaceNav } from './path/place-nav';
import classes from './rows-table.module.css';

const ROWS_PER_PAGE = 50;

/** Sorting and paging of the table, as in the URL. */
export type RowsView = {
  order: RowOrder;
  onOrder(order: RowOrder): void;
  /** From 1; beyond the last page, the last is shown. */
  page: number;
  onPage(page: number): void;
};

type RowsTableProps = {
  table: CostTable;
  statistic: Statistic;
  names: Names;
  nav: PlaceNav;
  view: RowsView;
};

/** Every row of the aggregation, sortable by each column, in pages. */
export function RowsTable({ table, statistic, names, nav, view }: RowsTableProps) {
  const { rows, keys, period } = table;
  const { segments } = rows.buckets;
  const { onOrder, page, onPage } = view;
  const zone = useZone();
  const order = possibleOrder(view.order, keys);
  const sorted = useMemo(() => orderRows(rows, order, statistic, names), [rows, order, statistic, names]);
  const pageCount = Math.max(1, Math.ceil(sorted.length / ROWS_PER_PAGE));
  const current = Math.min(page, pageCount);
  const first = (current - 1) * ROWS_PER_PAGE;
  const visible = Array.from(sorted.subarray(first, first + ROWS_PER_PAGE), (row) => rows.at(row));
  const of = statistic === 'SUM' ? '' : `, ${STATISTIC_LABELS[statistic].toLowerCase()}`;
  const sort = { order, onOrder };

  return (
    <>
      <div className={classes.rows}>
        <Table fz="xs" verticalSpacing={4} horizontalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr data-keys={keys.length}>
              <Header by="from" {...sort}>
                Time, {bucketZoneLabel(zone, segments)}
              </Header>
              {keys.map((key) => (
                <Header key={key} by={key} {...sort}>
                  {GROUP_KEY_LABELS[key]}
                </Header>
              ))}
              <Header by="costUsd" number {...sort}>
                Cost, US ${of}
              </Header>
              <Header by="runtimeSeconds" number {...sort}>
                {keys.includes('USAGE_TYPE') ? 'Runtime' : 'Runtime of all usage'}, hours{of}
              </Header>
              <Header by="count" number {...sort}>
                Records
              </Header>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {visible.map((row) => (
              <Table.Tr data-keys={keys.length} key={`${row.from} ${rowLabel(row, keys, names).id}`}>
                <Table.Td className={`${ellipsis.ellipsis} ${classes.time}`}>
                  {bucketLabel(row.from, period, segments)}
                </Table.Td>
                {keys.map((key) => (
                  <LabelCell key={key} row={row} by={key} names={names} nav={nav} />
                ))}
                <AmountCell row={row} measure="costUsd" statistic={statistic} />
                <AmountCell row={row} measure="runtimeSeconds" statistic={statistic} />
                <Table.Td className={classes.number}>{formatNumber(row.count)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Group justify="space-between" mt="xs">
        <Text size="xs" c="dimmed">
          Rows {formatNumber(first + 1)}–{formatNumber(first + visible.length)} of{' '}
          {formatNumber(sorted.length)}
        </Text>
        {pageCount > 1 && (
          <Pagination
            size="xs"
            value={current}
            onChange={onPage}
            total={pageCount}
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

/** A column header that sorts: numbers and times descending first, then the reverse. */
function Header({ by, number = false, order, onOrder, children }: HeaderProps) {
  const direction = directionOf(order, by);
  return (
    <Table.Th className={number ? classes.number : undefined} aria-sort={direction}>
      <SortButton
        className={classes.sort}
        direction={direction}
        isFigure={number}
        onClick={() => onOrder(nextOrder(order, by, number || by === 'from'))}
      >
        {children}
      </SortButton>
    </Table.Th>
  );
}

type LabelCellProps = { row: SessionStatistics; by: GroupKey; names: Names; nav: PlaceNav };

function LabelCell({ row, by, names, nav }: LabelCellProps) {
  const label = labelOf(row, by, names);
  const { id, name, title } = label;
  const isId = id !== '' && title === id;
  const href = drillHref(nav, by, id);
  return (
    <Table.Td
      className={`${ellipsis.ellipsis} ${classes.key}`}
      title={title}
      ff={isId ? 'monospace' : undefined}
    >
      <WithConsoleLinks keys={[by]} labels={[label]} queueId={row.queueId}>
        {href ? (
          <Anchor component={Link} href={href} prefetch={false} inherit>
            {name}
          </Anchor>
        ) : (
          name
        )}
      </WithConsoleLinks>
    </Table.Td>
  );
}

type AmountCellProps = {
  row: SessionStatistics;
  measure: 'costUsd' | 'runtimeSeconds';
  statistic: Statistic;
};

function AmountCell({ row, measure, statistic }: AmountCellProps) {
  const amount = amountOf(row, measure, statistic) ?? Number.NaN;
  return (
    <Table.Td className={classes.number}>
      {measure === 'costUsd' ? cellText('cost', amount) : cellText('hours', hoursOf(amount))}
    </Table.Td>
  );
}
