'use client';

import { Group, Text } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { formatNumber } from '@/lib/answer/format-number';
import type { Names } from '@/lib/farm/names';
import { orderRows, possibleOrder, type RowOrder } from '@/lib/farm/row-order';
import type { CostTable } from '@/lib/farm/rows/cost-table';
import { findRows } from '@/lib/farm/rows/find-rows';
import type { Statistic } from '@/lib/farm/session-statistics';
import { FindField } from '../find-field';
import type { PlaceNav } from '../path/place-nav';
import { RowsTable } from './rows-table';

/** Order and search of the rows, as in the URL. */
export type RowsChoice = {
  order: RowOrder;
  onOrder(order: RowOrder): void;
  /** The text that finds rows by the names and ids of their keys. */
  find: string;
  onFind(text: string): void;
};

type RowsViewProps = {
  table: CostTable;
  statistic: Statistic;
  names: Names;
  nav: PlaceNav;
  choice: RowsChoice;
};

/** Every row of the aggregation, sortable by each column and searchable. */
export function RowsView({ table, statistic, names, nav, choice }: RowsViewProps) {
  const { rows, keys } = table;
  const { onOrder, find, onFind } = choice;
  const order = possibleOrder(choice.order, keys);
  const sorted = useMemo(() => orderRows(rows, order, statistic, names), [rows, order, statistic, names]);
  // Typing stays quick in a table of thousands of rows.
  const wanted = useDeferredValue(find);
  const found = useMemo(
    () => findRows(sorted, rows, keys, names, wanted),
    [sorted, rows, keys, names, wanted],
  );
  return (
    <>
      <Group gap="0 12px">
        <FindField label="Search rows" value={find} onChange={onFind} />
        <Text size="xs" c="dimmed" role="status" miw={220} mih="1lh">
          {wanted.trim() !== '' &&
            `${formatNumber(found.length)} of ${formatNumber(sorted.length)} rows have these words.`}
        </Text>
      </Group>
      <RowsTable find={wanted} {...{ table, found, statistic, names, nav, order, onOrder }} />
    </>
  );
}
