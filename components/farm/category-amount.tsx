import type { Category } from '@/lib/farm/series';
import { BreakableName } from './breakable-name';
import classes from './category-amount.module.css';

type CategoryAmountProps = { category: Pick<Category, 'name' | 'title' | 'colour'>; amount: string };

/** A category's colour and name with an amount, in legends and tooltips. */
export function CategoryAmount({ category: { name, title, colour }, amount }: CategoryAmountProps) {
  return (
    <div className={classes.category}>
      <span className={classes.swatch} style={{ background: colour }} aria-hidden />
      <span className={classes.name} title={title}>
        <BreakableName name={name} />
      </span>
      <span>{amount}</span>
    </div>
  );
}
