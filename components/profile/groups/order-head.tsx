'use client';

import { Table } from '@mantine/core';
import { SortButton } from '@/components/panel/sort-button';
import { directionOf } from '@/lib/answer/table-order';
import { Hint } from '../settings/hint';
import { KIND_HINTS, STATE_HINTS } from '../settings/hints';
import { columnOf, type GroupColumn, type GroupOrder, isDescending, nextOrder } from './group-params';
import classes from './groups.module.css';

const HINTS: Partial<Record<GroupColumn, string>> = {
  samples: STATE_HINTS.cpu,
  hottest: KIND_HINTS.self,
  points: 'Change of the hottest function’s share of the samples, in percentage points.',
};

type OrderHeadProps = {
  column: GroupColumn;
  label: string;
  order: GroupOrder;
  onOrder(order: GroupOrder): void;
};

/** The head of a column, which sorts by it. */
export function OrderHead({ column, label, order, onOrder }: OrderHeadProps) {
  const direction = directionOf({ by: columnOf(order), descending: isDescending(order) }, column);
  return (
    <Table.Th aria-sort={direction} className={classes[column]}>
      <Hint text={HINTS[column]}>
        <SortButton direction={direction} onClick={() => onOrder(nextOrder(order, column))}>
          {label}
        </SortButton>
      </Hint>
    </Table.Th>
  );
}
