'use client';

import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { useRange } from '@/components/range/use-range';
import { formatAmount, type Measure } from '@/lib/farm/amounts';
import { type BarStep, stepsFor, stepText } from '@/lib/farm/bars/bar-steps';
import { barStepFor } from '@/lib/farm/bars/bars';
import { GROUP_KEY_LABELS, PERIOD_UNITS, STATISTIC_LABELS } from '@/lib/farm/labels';
import type { Names } from '@/lib/farm/names';
import { seriesOf } from '@/lib/farm/series';
import type { Statistic } from '@/lib/farm/session-statistics';
import { isAdditive } from '@/lib/farm/statistics';
import { ChartLegend } from './chart-legend';
import { ChartTable } from './chart-table';
import type { ShownCosts } from './costs/costs-on-screen';
import { CHART_HEIGHT, maxBarsIn, StatisticChart } from './statistic-chart';

type StatisticPanelProps = {
  title: string;
  id: string;
  measure: Measure;
  statistic: Statistic;
  shown: ShownCosts | undefined;
  /** Leaves out all usage but compute. */
  onlyCompute?: boolean;
  /** What the amounts add up, unless the title says it. */
  note?: string;
  fetching: boolean;
  names: Names;
  onRetry(): void;
};

/** One measure over time by category: chart, legend with totals, and a table for screen readers. */
export function StatisticPanel(props: StatisticPanelProps) {
  const { title, id, measure, statistic, shown, note, fetching, names, onRetry } = props;
  const { span } = useRange();
  const onlyCompute = props.onlyCompute ?? false;
  const { ref, width } = useElementSize();
  const step = width > 0 && shown ? stepOf(shown, width) : undefined;
  const series = useMemo(() => {
    if (!shown || !step) return undefined;
    // The rows by the chosen keys alone don't have the usage type.
    const table = onlyCompute ? { ...shown.table, rows: shown.costs.rows } : shown.table;
    return seriesOf(table, { measure, statistic, names, onlyCompute, step });
  }, [shown, measure, statistic, names, onlyCompute, step]);

  if (!shown || !series) {
    return (
      <Panel title={title} id={id} onRetry={onRetry}>
        <div ref={ref}>
          <PanelSkeleton height={CHART_HEIGHT + 72} label={`${title}: waiting for AWS`} />
        </div>
      </Panel>
    );
  }
  const { total } = series;
  const { period } = shown.table;
  const of = statistic === 'SUM' ? '' : `${STATISTIC_LABELS[statistic].toLowerCase()} of a usage record, `;
  const scale = `${of}per ${stepText(series.step)}`;
  const keys = shown.table.keys.map((key) => GROUP_KEY_LABELS[key].toLowerCase());
  const caption = `${title}, ${scale} by ${keys.join(' and ')}`;
  return (
    <Panel
      title={title}
      id={id}
      figure={`${total === undefined ? '–' : formatAmount(total, measure)} · ${scale}`}
      asOf={shown.costs.asOf}
      span={span}
      coverage={shown.costs.coverage}
      fetching={fetching}
      onRetry={onRetry}
    >
      <div ref={ref}>
        <figure style={{ margin: 0 }} aria-label={caption}>
          <StatisticChart series={series} width={width} />
        </figure>
      </div>
      {series.step !== stepsFor(period)[0] && (
        <Text size="xs" c="dimmed">
          {`Single ${PERIOD_UNITS[period]}s don’t fit: each ${isAdditive(statistic) ? 'bar' : 'point'} is of ${stepText(series.step)}.`}
        </Text>
      )}
      <ChartLegend series={series} />
      {note && (
        <Text size="xs" c="dimmed" mt="xs">
          {note}
        </Text>
      )}
      <ChartTable series={series} caption={caption} />
    </Panel>
  );
}

/** What a bar is in a chart of a width in pixels. */
function stepOf({ table: { rows, period } }: ShownCosts, width: number): BarStep {
  const { spans, segments } = rows.buckets;
  return barStepFor(spans, period, segments, maxBarsIn(width));
}
