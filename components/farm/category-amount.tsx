import { Fragment } from 'react';
import { breakName } from '@/lib/farm/naming/break-name';
import type { Category } from '@/lib/farm/series';
import classes from './category-amount.module.css';

type CategoryAmountProps = { category: Pick<Category, 'name' | 'title' | 'colour'>; amount: string };

/** A category's colour and name with an amount, in legends and tooltips. */
export function CategoryAmount({ category: { name, title, colour }, amount }: CategoryAmountProps) {
  return (
    <div className={classes.category}>
      <span className={classes.swatch} style={{ background: colour }} aria-hidden />
      <span className={classes.name} title={title}>
        {breakName(name).map((piece, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
          <Fragment key={at}>
            {at > 0 && <wbr />}
            {piece}
          </Fragment>
        ))}
      </span>
      <span>{amount}</span>
    </div>
  );
}
