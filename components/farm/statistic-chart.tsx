'use client';

import { VisuallyHidden } from '@mantine/core';
import { useId, useMemo } from 'react';
import { keyedPart } from '@/components/panel/keyed-part';
import { PlotOverlay } from '@/components/range/plot/plot-overlay';
import { usePlotPointer } from '@/components/range/plot/use-plot-pointer';
import { useZone } from '@/components/range/use-range';
import type { AmountAxis } from '@/lib/farm/amount-axis';
import { formatAmount } from '@/lib/farm/amounts';
import { bucketZoneLabel } from '@/lib/farm/bucket-labels';
import { bucketAt } from '@/lib/farm/buckets';
import { barText, selectedText } from '@/lib/farm/plot/bar-text';
import { type ChartCursor, pointedSpan, shownSpan } from '@/lib/farm/plot/chart-cursor';
import type { Series } from '@/lib/farm/series';
import type { Span } from '@/lib/time/range';
import type { BarMarks } from './chart/bar-marks';
import chartClasses from './chart/chart.module.css';
import type { ChartActions } from './chart/chart-actions';
import { hintOf, keysText } from './chart/hint';
import { LazySeriesPicture } from './chart/lazy-series-picture';
import { AMOUNTS_WIDTH, plotOf } from './chart/plot';
import { PointedBand, TooltipPlace } from './chart/pointed-bucket';
import { useChartCursor } from './chart/use-chart-cursor';
import { ChartTooltip } from './chart-tooltip';
import classes from './statistic-chart.module.css';

/** Width of the narrowest bar with the gap to the next, in pixels. */
const MIN_BAR_WIDTH = 5;
/** Maximum number of bars: more could not be told apart. */
const MAX_BARS = 200;
/** Height of the line that names the time axis, in pixels. */
const NAME_HEIGHT = 20;

/** Height of a chart of all groups in pixels, so that the layout does not shift. */
export const CHART_HEIGHT = 264;

/** Maximum number of bars in a chart of a width in pixels. */
export const maxBarsIn = (width: number): number =>
  Math.max(1, Math.min(MAX_BARS, Math.floor((width - AMOUNTS_WIDTH) / MIN_BAR_WIDTH)));

type StatisticChartProps = {
  series: Series;
  /** Pixels. */
  width: number;
  height?: number;
  /** By default one of its own. */
  axis?: AmountAxis;
  label: string;
  /** Of bars, in a chart of sums. */
  marks?: BarMarks | undefined;
  actions: ChartActions;
};

/**
 * Sums as stacked bars; other statistics, which can't be stacked, as lines with gaps where there are no sessions. A slider over the
 * bars for the keys.
 */
export function StatisticChart(props: StatisticChartProps) {
  const { series, width, height = CHART_HEIGHT, axis, label, marks, actions } = props;
  const zone = useZone();
  const help = useId();
  const plot = useMemo(
    () => plotOf(series, { width, height: height - NAME_HEIGHT, axis }),
    [series, width, height, axis],
  );
  const { cursor, pointer, ...keys } = useChartCursor(series, plot, actions);
  const { buckets, amounts, measure } = series;
  const { left, right } = plot.scale;
  const timeAxis = { span: plot.scale.span, left, right: width - right };
  const barsIn = ({ from, to }: Span): [number, number] => [
    bucketAt(buckets, from) ?? 0,
    bucketAt(buckets, to - 1) ?? buckets.length - 1,
  ];
  const drag = usePlotPointer(timeAxis, {
    ...pointer,
    snap: (span) => actions.zoom && shownSpan(series, barsIn(span)),
    noteOf: (span) => selectedText(series, barsIn(span)),
  });
  const valueAt = (at: number) => {
    const amount = amounts[bucketAt(buckets, at) ?? -1];
    return amount === undefined ? 'no sessions' : formatAmount(amount, measure);
  };
  const last = buckets.length - 1;
  const read: ChartCursor = cursor ?? { bucket: last };
  const notes = (read.anchor === undefined && marks?.textsOf(read.bucket)) || [];
  const canAct = cursor?.category !== undefined && actions.actionOf(cursor.category) !== undefined;
  return (
    <div
      className={chartClasses.chart}
      style={{ height }}
      data-acts={canAct || undefined}
      role="slider"
      {...keyedPart('cost chart')}
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={buckets.length}
      aria-valuenow={read.bucket + 1}
      aria-valuetext={[barText(series, read), ...notes].join('. ')}
      aria-describedby={help}
      {...drag}
      {...keys}
    >
      {cursor && <PointedBand bucket={pointedSpan(series, cursor)} plot={plot} />}
      <LazySeriesPicture {...{ series, plot }} markedBars={marks?.bars} />
      {cursor && (
        <TooltipPlace bucket={pointedSpan(series, cursor)} plot={plot}>
          <ChartTooltip {...{ series, cursor, notes }} hint={hintOf(cursor, actions)} />
        </TooltipPlace>
      )}
      {/* Its tooltip has the value of the bar under the pointer. */}
      <PlotOverlay axis={timeAxis} valueAt={cursor ? undefined : valueAt} bottom={NAME_HEIGHT} />
      <VisuallyHidden id={help}>{keysText(series.categories.length, actions)}</VisuallyHidden>
      <div className={classes.axisName} style={{ height: NAME_HEIGHT, paddingLeft: plot.scale.left }}>
        Time, {bucketZoneLabel(zone, series.segments)}
      </div>
    </div>
  );
}
