import { sharedAxis } from '@/lib/farm/plot/shared-axis';
import { oneCategory, type Series } from '@/lib/farm/series';
import { LegendItem } from '../legend-item';
import { StatisticChart } from '../statistic-chart';
import type { BarMarks } from './bar-marks';
import type { ChartActions } from './chart-actions';
import classes from './multiples.module.css';
import { useMoreLater } from './use-more-later';

/** Narrowest chart of one group, and the space between two, pixels. */
const MIN_WIDTH = 220;
const GAP = 16;
/** Height of a chart of one group, pixels. */
const HEIGHT = 148;
/** Charts drawn at once: all at once would block the page. */
const AT_ONCE = 3;

const columnsIn = (width: number) => Math.max(1, Math.floor((width + GAP) / (MIN_WIDTH + GAP)));

/** Width of each chart in a panel of a width, pixels. */
export const multipleWidth = (width: number): number => {
  const columns = columnsIn(width);
  return Math.floor((width - (columns - 1) * GAP) / columns);
};

type MultiplesProps = {
  series: Series;
  width: number;
  title: string;
  /** Of the bars of all groups together. */
  marks: BarMarks | undefined;
  actions: ChartActions;
};

/** A chart for each category, all on one scale. */
export function Multiples({ series, width, title, marks, actions }: MultiplesProps) {
  const axis = sharedAxis(series);
  const drawn = useMoreLater(series.categories.length, AT_ONCE);
  const style = { gridTemplateColumns: `repeat(${columnsIn(width)}, minmax(0, 1fr))`, gap: GAP };
  return (
    <ul className={classes.multiples} style={style}>
      {series.categories.map((category, at) => (
        <li key={category.id}>
          <LegendItem category={category} measure={series.measure} action={actions.actionOf(at)} />
          {at < drawn ? (
            <StatisticChart
              series={oneCategory(series, category)}
              width={multipleWidth(width)}
              height={HEIGHT}
              axis={axis}
              marks={marks}
              label={`${title} of ${category.name} by bar`}
              actions={{ zoom: actions.zoom, actionOf: () => actions.actionOf(at) }}
            />
          ) : (
            <div style={{ height: HEIGHT }} />
          )}
        </li>
      ))}
    </ul>
  );
}
