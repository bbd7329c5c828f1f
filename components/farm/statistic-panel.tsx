'use client';

import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQueryStates } from 'nuqs';
import { useEffect, useMemo, useRef } from 'react';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { useRange } from '@/components/range/use-range';
import type { Measure } from '@/lib/farm/amounts';
import type { BarStep } from '@/lib/farm/bars/bar-steps';
import { barStepFor } from '@/lib/farm/bars/bars';
import { captionText, coarserText, figureText } from '@/lib/farm/figure-text';
import type { Names } from '@/lib/farm/names';
import { seriesOf } from '@/lib/farm/series';
import type { Statistic } from '@/lib/farm/session-statistics';
import { barMarks } from './chart/bar-marks';
import { chartParams } from './chart/chart-params';
import { HatchNote } from './chart/hatch-note';
import { loadSeriesPicture } from './chart/lazy-series-picture';
import { MarkNote } from './chart/mark-note';
import { Multiples, multipleWidth } from './chart/multiples';
import { useChartActions } from './chart/use-chart-actions';
import { ChartLegend } from './chart-legend';
import { ChartTable } from './chart-table';
import type { ShownCosts } from './costs/costs-on-screen';
import { ChartItems } from './export/chart-items';
import type { FoundOutliers } from './outliers/use-outliers';
import type { PlaceNav } from './path/place-nav';
import { CHART_HEIGHT, maxBarsIn, StatisticChart } from './statistic-chart';

type StatisticPanelProps = {
  title: string;
  id: string;
  measure: Measure;
  statistic: Statistic;
  shown: ShownCosts | undefined;
  /** Those of the costs, to mark in a chart of their sums. */
  outliers?: FoundOutliers | undefined;
  /** Leaves out all usage but compute. */
  onlyCompute?: boolean;
  /** What the amounts add up, unless the title says it. */
  note?: string;
  fetching: boolean;
  names: Names;
  nav: PlaceNav;
  onRetry(): void;
};

/** One measure over time by category: chart, legend with totals, and a table for screen readers. */
export function StatisticPanel(props: StatisticPanelProps) {
  const { title, id, measure, statistic, shown, note, fetching, names, nav, outliers, onRetry } = props;
  const { span } = useRange();
  const onlyCompute = props.onlyCompute ?? false;
  const { ref, width } = useElementSize();
  const chartRef = useRef<HTMLElement>(null);
  useEffect(loadSeriesPicture, []);
  const [{ top, charts }] = useQueryStates(chartParams);
  const isSeparate = charts === 'separate';
  const step = width > 0 && shown ? stepOf(shown, isSeparate ? multipleWidth(width) : width) : undefined;
  const series = useMemo(() => {
    if (!shown || !step) return undefined;
    // The rows by the chosen keys alone don't have the usage type.
    const table = onlyCompute ? { ...shown.table, rows: shown.costs.rows } : shown.table;
    return seriesOf(table, { measure, statistic, names, maxCategories: top, onlyCompute, step });
  }, [shown, measure, statistic, names, top, onlyCompute, step]);
  // Outliers are of the costs of all groups together, which only these charts draw.
  const drawsSums = statistic === 'SUM' && (!isSeparate || series?.categories.length === 1);
  const marks = useMemo(
    () => (series && drawsSums ? barMarks(series, outliers) : undefined),
    [series, drawsSums, outliers],
  );
  const actions = useChartActions(series, shown?.table.keys ?? [], nav);

  if (!shown || !series) {
    return (
      <Panel title={title} id={id} onRetry={onRetry}>
        <div ref={ref}>
          <PanelSkeleton height={CHART_HEIGHT + 72} label={`${title}: waiting for AWS`} />
        </div>
      </Panel>
    );
  }
  const coarser = coarserText(series, shown.table.period);
  const figure = figureText(series, shown.costs);
  const what = measure === 'costUsd' ? 'cost' : onlyCompute ? 'compute' : 'runtime';
  const caption = captionText(title, series, shown.table.keys);
  return (
    <Panel
      title={title}
      id={id}
      figure={figure}
      asOf={shown.costs.asOf}
      span={span}
      coverage={shown.costs.coverage}
      fetching={fetching}
      onRetry={onRetry}
      menu={
        <ChartItems
          {...{ title, what, shown, series, names, chartRef }}
          lines={[caption, figure, ...(note ? [note] : []), ...(marks ? [marks.note] : [])]}
        />
      }
    >
      <div ref={ref}>
        <figure ref={chartRef} style={{ margin: 0 }} aria-label={caption}>
          {isSeparate ? (
            <Multiples {...{ series, width, title, marks, actions }} />
          ) : (
            <StatisticChart {...{ series, width, marks, actions }} label={`${title} by bar`} />
          )}
        </figure>
      </div>
      {coarser && (
        <Text size="xs" c="dimmed">
          {coarser}
        </Text>
      )}
      {!isSeparate && <ChartLegend series={series} actionOf={actions.actionOf} />}
      <HatchNote series={series} />
      {marks && <MarkNote text={marks.note} />}
      {note && (
        <Text size="xs" c="dimmed" mt="xs">
          {note}
        </Text>
      )}
      <ChartTable {...{ series, caption, marks }} />
    </Panel>
  );
}

/** What a bar is in a chart of a width in pixels. */
function stepOf({ table: { rows, period } }: ShownCosts, width: number): BarStep {
  return barStepFor(rows.buckets, period, maxBarsIn(width));
}
