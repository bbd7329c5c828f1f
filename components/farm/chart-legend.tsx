import type { Series } from '@/lib/farm/series';
import type { ChartActions } from './chart/chart-actions';
import classes from './chart-legend.module.css';
import { LegendItem } from './legend-item';

type ChartLegendProps = { series: Series; isolate: ChartActions['isolate'] };

/** Every category of a chart with its colour and its statistic over the whole range. A click shows only one, or all again. */
export const ChartLegend = ({ series: { categories, measure }, isolate }: ChartLegendProps) => (
  <ul className={classes.legend}>
    {categories.map((category, at) => (
      <li key={category.id}>
        <LegendItem category={category} measure={measure} isolation={isolate(at)} />
      </li>
    ))}
  </ul>
);
