import { SortButton } from '@/components/panel/sort-button';
import { directionOf, nextOrder } from '@/lib/answer/table-order';
import { type FarmCount, farmsShareLabel } from '@/lib/farm/all/farms-text';
import type { FarmColumn, FarmOrder } from '@/lib/farm/all/order-farms';
import classes from './farms-table.module.css';

type FarmsHeadProps = {
  order: FarmOrder;
  onOrder(order: FarmOrder): void;
  hasChange: boolean;
  /** The farms that shares are of. */
  count: FarmCount;
};

const LABELS: Record<FarmColumn, string> = {
  name: 'Farm',
  cost: 'Cost, US\u00a0$',
  change: 'Change',
  budget: 'Fullest budget',
};

/** The headings of the table of farms. Those of figures that farms can be sorted by sort them. */
export function FarmsHead({ hasChange, count, ...sorting }: FarmsHeadProps) {
  return (
    <thead>
      <tr>
        <SortHead by="name" className={classes.name} {...sorting} />
        <SortHead by="cost" className={classes.figure} {...sorting} />
        <th
          scope="col"
          className={`${classes.figure} ${classes.share}`}
          title={`Share of the cost of ${count.known === count.all ? 'all farms' : 'the farms whose whole cost is known'}`}
        >
          {count.isLoading ? 'Share' : farmsShareLabel(count)}
        </th>
        {hasChange && <SortHead by="change" className={classes.figure} {...sorting} />}
        <th scope="col" className={classes.picture}>
          Cost over time
        </th>
        <th scope="col" className={classes.wide}>
          Most expensive queue
        </th>
        <SortHead by="budget" className={classes.wide} {...sorting} />
      </tr>
    </thead>
  );
}

type SortHeadProps = Omit<FarmsHeadProps, 'hasChange' | 'count'> & {
  by: FarmColumn;
  className: string | undefined;
};

/** Sorts figures descending first, names ascending, then the reverse. */
function SortHead({ by, className, order, onOrder }: SortHeadProps) {
  const direction = directionOf(order, by);
  return (
    <th scope="col" className={className} aria-sort={direction}>
      <SortButton
        direction={direction}
        isFigure={className === classes.figure}
        onClick={() => onOrder(nextOrder(order, by, by !== 'name'))}
      >
        {LABELS[by]}
      </SortButton>
    </th>
  );
}
