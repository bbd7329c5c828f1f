'use client';

import '@mantine/charts/styles.css';
import { AreaChart, BarChart, LineChart } from '@mantine/charts';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { useRange } from '@/components/shell/use-range';
import { amountAxis } from '@/lib/farm/amount-axis';
import { hoursOf, type Measure } from '@/lib/farm/amounts';
import { axisMarks, bucketTick } from '@/lib/farm/buckets';
import type { Series } from '@/lib/farm/series';
import type { AggregationPeriod, Statistic } from '@/lib/farm/session-statistics';
import { isAdditive } from '@/lib/farm/statistics';
import { timeWord } from '@/lib/farm/time-word';
import { ChartTooltip } from './chart-tooltip';

export type StatisticChartProps = {
  series: Series;
  measure: Measure;
  statistic: Statistic;
  period: AggregationPeriod;
  /** Offset of the buckets from UTC, milliseconds. */
  offsetMs: number;
  /** Pixels. */
  height: number;
};

/** More bars than this can't be told apart and are slow to draw: steps then show the same. */
const MOST_BARS = 200;
/** Pixels that a mark of the time axis takes with the space around it. */
const MARK_WIDTH = 68;
const Y_AXIS_WIDTH = 56;
/** Pixels around the grid: above for half of its highest mark, below for the axis' name. */
const ROOM = { margin: { top: 8, right: 5, bottom: 30, left: 5 } };

/**
 * Sums as stacked bars. The least, the most and averages can't stand on each other: they are lines, with a
 * gap where there were no sessions.
 */
export function StatisticChart(props: StatisticChartProps) {
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} style={{ height: props.height }}>
      {width > 0 && <SizedChart {...props} width={width} />}
    </div>
  );
}

function SizedChart(props: StatisticChartProps & { width: number }) {
  const { series, measure, statistic, period, offsetMs, height, width } = props;
  const { zone } = useRange();
  const rows = useMemo(() => chartRows(series, measure), [series, measure]);
  const axis = useMemo(() => {
    const shown = isAdditive(statistic)
      ? series.amounts
      : series.categories.flatMap(({ amounts }) => amounts);
    return amountAxis(shown, measure);
  }, [series, measure, statistic]);
  const many = series.buckets.length > MOST_BARS;
  const shared = {
    h: height,
    data: rows,
    dataKey: 'from',
    series: series.categories.map(({ name, colour }, at) => ({
      name: keyOf(at),
      label: name,
      color: colour,
    })),
    tickLine: 'none' as const,
    strokeDasharray: '0',
    xAxisLabel: `Time, ${timeWord(zone, offsetMs, series.span.to)}`,
    xAxisProps: {
      tickFormatter: (from: number) => bucketTick(from, period, offsetMs),
      ticks: axisMarks(
        series.buckets,
        period,
        offsetMs,
        Math.max(2, Math.floor((width - Y_AXIS_WIDTH) / MARK_WIDTH)),
      ),
      interval: 0,
      tickMargin: 8,
    },
    yAxisProps: {
      ticks: axis.marks,
      domain: [axis.marks[0] ?? 0, axis.marks.at(-1) ?? 1] satisfies [number, number],
      tickFormatter: axis.format,
      width: Y_AXIS_WIDTH,
      tickMargin: 4,
    },
    tooltipProps: {
      isAnimationActive: false,
      content: ({ label }: { label?: unknown }) => (
        <ChartTooltip {...{ series, measure, period, offsetMs }} from={Number(label)} />
      ),
    },
  };
  if (!isAdditive(statistic)) {
    return (
      <LineChart
        {...shared}
        curveType="linear"
        connectNulls={false}
        strokeWidth={1.5}
        withDots={!many}
        dotProps={{ r: 2.5 }}
        lineProps={{ isAnimationActive: false }}
        lineChartProps={ROOM}
      />
    );
  }
  if (many) {
    return (
      <AreaChart
        {...shared}
        type="stacked"
        curveType="stepAfter"
        withDots={false}
        withGradient={false}
        fillOpacity={1}
        strokeWidth={0}
        areaProps={{ isAnimationActive: false }}
        areaChartProps={ROOM}
      />
    );
  }
  return (
    <BarChart
      {...shared}
      type="stacked"
      maxBarWidth={48}
      barProps={{ isAnimationActive: false }}
      barChartProps={ROOM}
    />
  );
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
