import { Tooltip } from '@mantine/core';
import type { Order } from '../settings/profile-settings';
import classes from './top-functions-table.module.css';

const HINTS: Partial<Record<Order, string>> = {
  self: 'Samples taken while the function was on top of the stack: it ran itself.',
  total: 'Samples of the function and of everything it called. Recursive calls count once.',
};

type FunctionHeadProps = { by: Order; label: string; order: Order; onOrder(order: Order): void };

/** A heading of the table of functions that orders by its column. */
export function FunctionHead({ by, label, order, onOrder }: FunctionHeadProps) {
  const isChosen = order === by;
  const direction = by === 'name' ? 'ascending' : 'descending';
  return (
    <th aria-sort={isChosen ? direction : 'none'} className={by === 'name' ? undefined : classes.figure}>
      <Tooltip
        label={HINTS[by]}
        disabled={HINTS[by] === undefined}
        events={{ hover: true, focus: true, touch: true }}
        multiline
        w={260}
        withinPortal
        transitionProps={{ duration: 0 }}
      >
        <button type="button" className={classes.order} onClick={() => onOrder(by)}>
          {label}
          <span aria-hidden>{isChosen ? (by === 'name' ? ' ↑' : ' ↓') : ' ↕'}</span>
        </button>
      </Tooltip>
    </th>
  );
}
