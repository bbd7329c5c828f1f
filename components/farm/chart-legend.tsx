import type { Series } from '@/lib/farm/series';
import type { ChartActions } from './chart/chart-actions';
import classes from './chart-legend.module.css';
import { LegendItem } from './legend-item';

type ChartLegendProps = { series: Series; actionOf: ChartActions['actionOf'] };

/** Every category of a chart with its colour and its statistic over the whole range. A click acts on it. */
export const ChartLegend = ({ series: { categories, measure }, actionOf }: ChartLegendProps) => (
  <ul className={classes.legend}>
    {categories.map((category, at) => (
      <li key={category.id}>
        <LegendItem category={category} measure={measure} action={actionOf(at)} />
      </li>
    ))}
  </ul>
);
