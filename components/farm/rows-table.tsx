'use client';

import { Group, Pagination, Table, Text } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { useZone } from '@/components/range/use-range';
import { formatNumber } from '@/lib/answer/format-number';
import { bucketLabel, bucketZoneLabel } from '@/lib/farm/bucket-labels';
import { GROUP_KEY_LABELS, runtimeLabel, STATISTIC_LABELS } from '@/lib/farm/labels';
import { type Names, rowLabel } from '@/lib/farm/names';
import { orderRows, possibleOrder, type RowOrder } from '@/lib/farm/row-order';
import type { CostTable } from '@/lib/farm/rows/cost-table';
import { findRows } from '@/lib/farm/rows/find-rows';
import type { Statistic } from '@/lib/farm/session-statistics';
import ellipsis from './ellipsis.module.css';
import { FindField } from './find-field';
import type { PlaceNav } from './path/place-nav';
import { AmountCell, LabelCell } from './rows-cells';
import { RowsHeader } from './rows-header';
import classes from './rows-table.module.css';

const ROWS_PER_PAGE = 50;

/** Sorting, search and paging of the table, as in the URL. */
export type RowsView = {
  order: RowOrder;
  onOrder(order: RowOrder): void;
  /** From 1; beyond the last page, the last is shown. */
  page: number;
  onPage(page: number): void;
  /** The text that finds rows by the names and ids of their keys. */
  find: string;
  onFind(text: string): void;
};

type RowsTableProps = {
  table: CostTable;
  statistic: Statistic;
  names: Names;
  nav: PlaceNav;
  view: RowsView;
};

/** Every row of the aggregation, sortable by each column and searchable, in pages. */
export function RowsTable({ table, statistic, names, nav, view }: RowsTableProps) {
  const { rows, keys, period } = table;
  const { segments } = rows.buckets;
  const { onOrder, page, onPage, find, onFind } = view;
  const zone = useZone();
  const order = possibleOrder(view.order, keys);
  const sorted = useMemo(() => orderRows(rows, order, statistic, names), [rows, order, statistic, names]);
  // Typing stays quick in a table of thousands of rows.
  const wanted = useDeferredValue(find);
  const found = useMemo(
    () => findRows(sorted, rows, keys, names, wanted),
    [sorted, rows, keys, names, wanted],
  );
  const pageCount = Math.max(1, Math.ceil(found.length / ROWS_PER_PAGE));
  const current = Math.min(page, pageCount);
  const first = (current - 1) * ROWS_PER_PAGE;
  const visible = Array.from(found.subarray(first, first + ROWS_PER_PAGE), (row) => rows.at(row));
  const of = statistic === 'SUM' ? '' : `, ${STATISTIC_LABELS[statistic].toLowerCase()}`;
  const sort = { order, onOrder };

  return (
    <>
      <FindField label="Search rows" value={find} onChange={onFind} />
      <div className={classes.rows}>
        <Table fz="xs" verticalSpacing={4} horizontalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr data-keys={keys.length}>
              <RowsHeader by="from" {...sort}>
                Time, {bucketZoneLabel(zone, segments)}
              </RowsHeader>
              {keys.map((key) => (
                <RowsHeader key={key} by={key} {...sort}>
                  {GROUP_KEY_LABELS[key]}
                </RowsHeader>
              ))}
              <RowsHeader by="costUsd" number {...sort}>
                Cost, US ${of}
              </RowsHeader>
              <RowsHeader by="runtimeSeconds" number {...sort}>
                {runtimeLabel(keys)}, hours{of}
              </RowsHeader>
              <RowsHeader by="count" number {...sort}>
                Records
              </RowsHeader>
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
          {found.length === 0
            ? 'No row has this name or id.'
            : `Rows ${formatNumber(first + 1)}–${formatNumber(first + visible.length)} of ${formatNumber(found.length)}`}
          {found.length > 0 && found.length < sorted.length && ` found in ${formatNumber(sorted.length)}`}
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
