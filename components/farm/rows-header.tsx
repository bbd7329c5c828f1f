import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { SortButton } from '@/components/panel/sort-button';
import { directionOf, nextOrder } from '@/lib/answer/table-order';
import type { Column, RowOrder } from '@/lib/farm/row-order';
import classes from './rows-table.module.css';

type HeaderProps = {
  by: Column;
  number?: boolean;
  order: RowOrder;
  onOrder(order: RowOrder): void;
  children: ReactNode;
};

/** A column header that sorts: numbers and times descending first, then the reverse. */
export function RowsHeader({ by, number = false, order, onOrder, children }: HeaderProps) {
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
