'use client';

import { Table } from '@mantine/core';
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
  const direction = columnOf(order) === column ? (isDescending(order) ? 'descending' : 'ascending') : 'none';
  return (
    <Table.Th aria-sort={direction} className={classes[column]}>
      <Hint text={HINTS[column]}>
        <button type="button" className={classes.order} onClick={() => onOrder(nextOrder(order, column))}>
          {label}
          <span aria-hidden>{{ none: ' ↕', ascending: ' ↑', descending: ' ↓' }[direction]}</span>
        </button>
      </Hint>
    </Table.Th>
  );
}
