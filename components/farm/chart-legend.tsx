import { formatAmount } from '@/lib/farm/amounts';
import type { Series } from '@/lib/farm/series';
import { CategoryAmount } from './category-amount';
import classes from './chart-legend.module.css';

/** Every category of a chart with its colour and its statistic over the whole range. */
export function ChartLegend({ series: { categories, measure } }: { series: Series }) {
  return (
    <ul className={classes.legend}>
      {categories.map((category) => (
        <li key={category.id}>
          <CategoryAmount
            category={category}
            amount={category.total === undefined ? '–' : formatAmount(category.total, measure)}
          />
        </li>
      ))}
    </ul>
  );
}
