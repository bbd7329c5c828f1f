import type { Series } from '@/lib/farm/series';
import { isAdditive } from '@/lib/farm/statistics';
import { Axes } from './axes';
import { Bars } from './bars';
import { ChartFrame } from './chart-frame';
import { Lines } from './lines';
import { Marks } from './marks';
import type { Plot } from './plot';
import { timeMarks } from './time-marks';
import { useChartScale } from './use-chart-scale';

type SeriesPictureProps = {
  series: Series;
  plot: Plot;
  /** Numbers of bars. */
  markedBars?: readonly number[] | undefined;
};

/** Axes with bars or lines. */
export function SeriesPicture({ series, plot, markedBars }: SeriesPictureProps) {
  return (
    <ChartFrame plot={plot}>
      <Axes plot={plot} times={timeMarks(series, plot.scale)} hasLines />
      <Layer {...{ series, plot, markedBars }} />
    </ChartFrame>
  );
}

/**
 * The bars or lines, one path for each category. An element for each bar, which recharts would draw, blocks the page for more than
 * 100 ms.
 */
function Layer({ series, plot: { amounts, ...plot }, markedBars = [] }: SeriesPictureProps) {
  const scale = useChartScale(plot.scale);
  if (!scale) return null;
  const drawn = { series, scale, amounts };
  return isAdditive(series.statistic) ? (
    <>
      <Bars {...drawn} />
      <Marks {...drawn} bars={markedBars} />
    </>
  ) : (
    <Lines {...drawn} />
  );
}
