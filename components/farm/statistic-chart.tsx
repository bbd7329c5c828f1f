'use client';

import { lazy, Suspense, useEffect, useMemo } from 'react';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { useZone } from '@/components/range/use-range';
import { amountAxis } from '@/lib/farm/amount-axis';
import { hoursOf, type Measure } from '@/lib/farm/amounts';
import { axisMarks, bucketTick, bucketZoneLabel } from '@/lib/farm/bucket-labels';
import type { Series } from '@/lib/farm/series';
import type { Statistic } from '@/lib/farm/session-statistics';
import { isAdditive } from '@/lib/farm/statistics';
import { AMOUNTS_WIDTH, type ChartProps } from './chart-props';
import { ChartTooltip } from './chart-tooltip';
import classes from './statistic-chart.module.css';

/** Width of the narrowest bar with the gap to the next, in pixels. */
const MIN_BAR_WIDTH = 5;
/** More bars would be slow to draw. */
const MAX_BARS = 200;
/** Width of a label of the time axis, with the space around it, in pixels. */
const MARK_WIDTH = 68;
/** Height of the line that names the time axis, in pixels. */
const NAME_HEIGHT = 20;

/** Height of every chart in pixels, so that the layout does not shift. */
export const CHART_HEIGHT = 264;

const Bars = lazy(() => import('./bars').then((module) => ({ default: module.Bars })));
const Lines = lazy(() => import('./lines').then((module) => ({ default: module.Lines })));

/** The most bars that a chart of a width in pixels has room for. */
export const maxBarsIn = (width: number): number =>
  Math.max(1, Math.min(MAX_BARS, Math.floor((width - AMOUNTS_WIDTH) / MIN_BAR_WIDTH)));

/** Loads the most likely chart of a statistic while its data is still on the way. */
export function usePreloadChart(statistic: Statistic): void {
  useEffect(() => void (isAdditive(statistic) ? import('./bars') : import('./lines')), [statistic]);
}

/** Sums as stacked bars; other statistics, which can't be stacked, as lines with gaps where there are no sessions. */
export function StatisticChart({ series, width }: { series: Series; width: number }) {
  const zone = useZone();
  return (
    <div style={{ height: CHART_HEIGHT }}>
      <Suspense fallback={<PanelSkeleton height={CHART_HEIGHT} label="Loading the chart" />}>
        <SizedChart series={series} width={width} />
        <div className={classes.axisName} style={{ height: NAME_HEIGHT, paddingLeft: AMOUNTS_WIDTH }}>
          Time, {bucketZoneLabel(zone, series.segments)}
        </div>
      </Suspense>
    </div>
  );
}

function SizedChart({ series, width }: { series: Series; width: number }) {
  const { statistic, step, segments, buckets, categories } = series;
  const rows = useMemo(() => chartRows(series), [series]);
  const axis = useMemo(() => amountAxis(visibleAmounts(series), series.measure), [series]);
  const maxMarks = Math.max(2, Math.floor((width - AMOUNTS_WIDTH) / MARK_WIDTH));
  const chart: ChartProps = {
    width,
    height: CHART_HEIGHT - NAME_HEIGHT,
    rows,
    series: categories.map(({ colour }, index) => ({ key: keyOf(index), colour })),
    times: {
      marks: axisMarks(buckets, step, segments, maxMarks),
      format: (from) => bucketTick(from, step.period, segments),
    },
    amounts: axis,
    tooltip: (from) => <ChartTooltip series={series} from={from} />,
  };
  return isAdditive(statistic) ? <Bars {...chart} /> : <Lines {...chart} />;
}

/** Recharts reads keys as paths and names can contain any character: indexes are the keys. */
const keyOf = (index: number) => `c${index}`;

/** One unit of the axis in the unit of the measure: a dollar, or an hour in seconds. */
const unitOf = (measure: Measure) => (measure === 'costUsd' ? 1 : 1 / hoursOf(1));

/** Stacks are as high as the amounts of all categories together. */
const visibleAmounts = ({ statistic, amounts, categories }: Series) =>
  isAdditive(statistic) ? amounts : categories.flatMap((category) => category.amounts);

/** One object per bucket; runtimes in hours, so that the axis has round hours. */
function chartRows({ buckets, categories, measure }: Series) {
  return buckets.map(({ from }, bucket) => {
    const amounts = categories.map(({ amounts }, index) => {
      const amount = amounts[bucket];
      return [keyOf(index), amount === undefined ? null : amount / unitOf(measure)] as const;
    });
    return { from, ...Object.fromEntries(amounts) };
  });
}
