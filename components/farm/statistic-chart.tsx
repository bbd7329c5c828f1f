'use client';

import { useElementSize } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { useRange } from '@/components/range/use-range';
import { amountAxis } from '@/lib/farm/amount-axis';
import { hoursOf, type Measure } from '@/lib/farm/amounts';
import { axisMarks, bucketTick } from '@/lib/farm/buckets';
import type { Series } from '@/lib/farm/series';
import type { AggregationPeriod, Statistic } from '@/lib/farm/session-statistics';
import { isAdditive } from '@/lib/farm/statistics';
import { bucketZoneLabel } from '@/lib/farm/time-word';
import { AMOUNTS_WIDTH, type ChartProps } from './chart-props';
import { ChartTooltip } from './chart-tooltip';
import classes from './statistic-chart.module.css';

export type StatisticChartProps = {
  series: Series;
  measure: Measure;
  statistic: Statistic;
  period: AggregationPeriod;
  /** Offset of the buckets from UTC, milliseconds. */
  offsetMs: number;
};

/** More bars than this can't be told apart and are slow to draw: steps then show the same. */
const MAX_BARS = 200;
/** Pixels that a mark of the time axis takes with the space around it. */
const MARK_WIDTH = 68;
/** Pixels of the line that names the time axis. */
const NAME_HEIGHT = 20;

/** The same in all charts, so that nothing jumps. Pixels. */
export const CHART_HEIGHT = 264;

const Bars = lazy(() => import('./bars').then((module) => ({ default: module.Bars })));
const Lines = lazy(() => import('./lines').then((module) => ({ default: module.Lines })));
const Steps = lazy(() => import('./steps').then((module) => ({ default: module.Steps })));

/** Loads what most likely draws the statistic, while its figures are on their way. */
export function usePreloadChart(statistic: Statistic): void {
  useEffect(() => void (isAdditive(statistic) ? import('./bars') : import('./lines')), [statistic]);
}

/**
 * Sums as stacked bars. The least, the most and averages can't stand on each other: they are lines, with a
 * gap where there were no sessions.
 */
export function StatisticChart(props: StatisticChartProps) {
  const { ref, width } = useElementSize();
  const { zone } = useRange();
  return (
    <div ref={ref} style={{ height: CHART_HEIGHT }}>
      {width > 0 && (
        <Suspense fallback={<PanelSkeleton height={CHART_HEIGHT} label="Loading the chart" />}>
          <SizedChart {...props} width={width} />
          <div className={classes.axisName} style={{ height: NAME_HEIGHT, paddingLeft: AMOUNTS_WIDTH }}>
            Time, {bucketZoneLabel(zone, props.offsetMs, props.series.span.to)}
          </div>
        </Suspense>
      )}
    </div>
  );
}

function SizedChart(props: StatisticChartProps & { width: number }) {
  const { series, measure, statistic, period, offsetMs, width } = props;
  const rows = useMemo(() => chartRows(series, measure), [series, measure]);
  const axis = useMemo(() => {
    const shown = isAdditive(statistic)
      ? series.amounts
      : series.categories.flatMap(({ amounts }) => amounts);
    return amountAxis(shown, measure);
  }, [series, measure, statistic]);
  const many = series.buckets.length > MAX_BARS;
  const shape: ChartProps = {
    width,
    height: CHART_HEIGHT - NAME_HEIGHT,
    rows,
    series: series.categories.map(({ colour }, at) => ({ key: keyOf(at), colour })),
    times: {
      marks: axisMarks(
        series.buckets,
        period,
        offsetMs,
        Math.max(2, Math.floor((width - AMOUNTS_WIDTH) / MARK_WIDTH)),
      ),
      format: (from) => bucketTick(from, period, offsetMs),
    },
    amounts: axis,
    tooltip: (from) => <ChartTooltip {...{ series, measure, period, offsetMs, from }} />,
  };
  if (!isAdditive(statistic)) return <Lines {...shape} withDots={!many} />;
  return many ? <Steps {...shape} /> : <Bars {...shape} />;
}

/** Names can hold any character, also those by which recharts reads paths: places are the keys. */
const keyOf = (at: number) => `c${at}`;

/** What one step of the axis is in the measure's own unit: a dollar, or an hour in seconds. */
const unitOf = (measure: Measure) => (measure === 'costUsd' ? 1 : 1 / hoursOf(1));

/** One object per bucket; runtimes in hours, so that the axis has round hours. */
function chartRows({ buckets, categories }: Series, measure: Measure) {
  return buckets.map(({ from }, bucket) => {
    const amounts = categories.map(({ amounts }, at) => {
      const amount = amounts[bucket];
      return [keyOf(at), amount === undefined ? null : amount / unitOf(measure)] as const;
    });
    return { from, ...Object.fromEntries(amounts) };
  });
}
