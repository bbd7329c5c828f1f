import { formatAmount, type Measure } from '@/lib/farm/amounts';
import type { Series } from '@/lib/farm/series';
import classes from './farm.module.css';

/** Every category of a chart with its colour and its statistic over the whole range. */
export function ChartLegend({ series, measure }: { series: Series; measure: Measure }) {
  return (
    <ul className={classes.legend}>
      {series.categories.map(({ id, name, title, colour, total }) => (
        <li key={id} className={classes.legendItem}>
          <span className={classes.swatch} style={{ background: colour }} aria-hidden />
          <span className={classes.name} title={title}>
            {name}
          </span>
          <span>{total === undefined ? '–' : formatAmount(total, measure)}</span>
        </li>
      ))}
    </ul>
  );
}
