import { Hint } from '../settings/hint';
import { KIND_HINTS } from '../settings/hints';
import type { Order } from '../settings/profile-settings';
import classes from './top-functions-table.module.css';

const HINTS: Partial<Record<Order, string>> = KIND_HINTS;

type FunctionHeadProps = { by: Order; label: string; order: Order; onOrder(order: Order): void };

/** A heading of the table of functions that orders by its column. */
export function FunctionHead({ by, label, order, onOrder }: FunctionHeadProps) {
  const isChosen = order === by;
  const direction = by === 'name' ? 'ascending' : 'descending';
  return (
    <th aria-sort={isChosen ? direction : 'none'} className={by === 'name' ? undefined : classes.figure}>
      <Hint text={HINTS[by]}>
        <button type="button" className={classes.order} onClick={() => onOrder(by)}>
          {label}
          <span aria-hidden>{isChosen ? (by === 'name' ? ' ↑' : ' ↓') : ' ↕'}</span>
        </button>
      </Hint>
    </th>
  );
}
