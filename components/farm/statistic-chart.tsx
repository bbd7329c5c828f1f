'use client';

import { useMemo } from 'react';
import { useZone } from '@/components/range/use-range';
import { bucketZoneLabel } from '@/lib/farm/bucket-labels';
import type { Series } from '@/lib/farm/series';
import { isAdditive } from '@/lib/farm/statistics';
import { Axes } from './chart/axes';
import { Bars } from './chart/bars';
import chartClasses from './chart/chart.module.css';
import { Lines } from './chart/lines';
import { AMOUNTS_WIDTH, plotOf } from './chart/plot';
import { PointedBand, TooltipPlace } from './chart/pointed-bucket';
import { usePointedBucket } from './chart/use-pointed-bucket';
import { ChartTooltip } from './chart-tooltip';
import classes from './statistic-chart.module.css';

/** Width of the narrowest bar with the gap to the next, in pixels. */
const MIN_BAR_WIDTH = 5;
/** Maximum number of bars: more could not be told apart. */
const MAX_BARS = 200;
/** Height of the line that names the time axis, in pixels. */
const NAME_HEIGHT = 20;

/** Height of every chart in pixels, so that the layout does not shift. */
export const CHART_HEIGHT = 264;

/** Maximum number of bars in a chart of a width in pixels. */
export const maxBarsIn = (width: number): number =>
  Math.max(1, Math.min(MAX_BARS, Math.floor((width - AMOUNTS_WIDTH) / MIN_BAR_WIDTH)));

/** Sums as stacked bars; other statistics, which can't be stacked, as lines with gaps where there are no sessions. */
export function StatisticChart({ series, width }: { series: Series; width: number }) {
  const zone = useZone();
  const plot = useMemo(() => plotOf(series, { width, height: CHART_HEIGHT - NAME_HEIGHT }), [series, width]);
  const pointed = usePointedBucket(series.buckets, plot.scale);
  const bucket = pointed.bucket === undefined ? undefined : series.buckets[pointed.bucket];
  return (
    <div className={chartClasses.chart} style={{ height: CHART_HEIGHT }} {...pointed.handlers}>
      <svg className={chartClasses.picture} width={width} height={plot.height} aria-hidden>
        {bucket && <PointedBand bucket={bucket} plot={plot} />}
        <Axes series={series} plot={plot} />
        {isAdditive(series.statistic) ? (
          <Bars series={series} plot={plot} />
        ) : (
          <Lines series={series} plot={plot} />
        )}
      </svg>
      {bucket && (
        <TooltipPlace bucket={bucket} plot={plot}>
          <ChartTooltip series={series} from={bucket.from} />
        </TooltipPlace>
      )}
      <div className={classes.axisName} style={{ height: NAME_HEIGHT, paddingLeft: plot.scale.left }}>
        Time, {bucketZoneLabel(zone, series.segments)}
      </div>
    </div>
  );
}
