import { SortButton } from '@/components/panel/sort-button';
import { directionOf } from '@/lib/answer/table-order';
import { Hint } from '../settings/hint';
import { KIND_HINTS } from '../settings/hints';
import type { Order } from '../settings/profile-settings';
import classes from './top-functions-table.module.css';

const HINTS: Partial<Record<Order, string>> = KIND_HINTS;

type FunctionHeadProps = {
  by: Order;
  label: string;
  /** The column has costs, which are in the same order as the samples. */
  isCost?: boolean;
  order: Order;
  onOrder(order: Order): void;
};

/** A heading of the table of functions that orders by its column. */
export function FunctionHead({ by, label, isCost = false, order, onOrder }: FunctionHeadProps) {
  const direction = directionOf({ by: order, descending: order !== 'name' }, by);
  return (
    <th aria-sort={direction} className={isCost ? classes.cost : by === 'name' ? undefined : classes.figure}>
      <Hint text={HINTS[by]}>
        <SortButton direction={direction} onClick={() => onOrder(by)}>
          {label}
        </SortButton>
      </Hint>
    </th>
  );
}
