import { formatAmount } from '@/lib/farm/amounts';
import { cutText } from '@/lib/farm/plot/cut-buckets';
import type { Series } from '@/lib/farm/series';
import { CategoryAmount } from './category-amount';
import classes from './chart-legend.module.css';

/** Every category of a chart with its colour and its statistic over the whole range, and what the hatching means. */
export function ChartLegend({ series }: { series: Series }) {
  const { categories, measure } = series;
  const cut = cutText(series);
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
      {cut && (
        <li className={classes.cut}>
          <span className={classes.hatched} aria-hidden />
          {cut}
        </li>
      )}
    </ul>
  );
}
