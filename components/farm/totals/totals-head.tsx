import { SortButton } from '@/components/panel/sort-button';
import { directionOf, nextOrder } from '@/lib/answer/table-order';
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
  const direction = directionOf(order, by);
  const isFigure = by !== 'name';
  return (
    <th scope="col" className={isFigure ? classes.figure : classes.name} aria-sort={direction}>
      <SortButton {...{ direction, isFigure, title }} onClick={() => onOrder(nextOrder(order, by, isFigure))}>
        {label}
      </SortButton>
    </th>
  );
}
