import type { TotalsOrder } from '@/lib/farm/totals/order-groups';
import classes from './totals-table.module.css';

type TotalsHeadProps = {
  by: TotalsOrder['by'];
  label: string;
  title?: string;
  order: TotalsOrder;
  onOrder(order: TotalsOrder): void;
};

/** A heading that sorts by its column: figures descending first, names ascending, then the reverse. */
export function TotalsHead({ by, label, title, order, onOrder }: TotalsHeadProps) {
  const isActive = order.by === by;
  const descending = isActive ? !order.descending : by !== 'name';
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      className={by === 'name' ? classes.name : classes.figure}
      aria-sort={isActive ? direction : 'none'}
    >
      <button
        type="button"
        className={classes.sort}
        title={title}
        onClick={() => onOrder({ by, descending })}
      >
        {label}
        <span aria-hidden style={{ visibility: isActive ? 'visible' : 'hidden' }}>
          {order.descending ? '↓' : '↑'}
        </span>
      </button>
    </th>
  );
}
