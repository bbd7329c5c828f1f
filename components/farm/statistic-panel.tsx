'use client';

import { useMemo } from 'react';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { useRange } from '@/components/range/use-range';
import { formatAmount, type Measure } from '@/lib/farm/amounts';
import { GROUP_KEY_LABELS, PERIOD_UNITS, STATISTIC_LABELS } from '@/lib/farm/labels';
import type { Names } from '@/lib/farm/names';
import { seriesOf } from '@/lib/farm/series';
import type { Statistic } from '@/lib/farm/session-statistics';
import { ChartLegend } from './chart-legend';
import { ChartTable } from './chart-table';
import { CHART_HEIGHT, StatisticChart, usePreloadChart } from './statistic-chart';
import type { ShownStatistics } from './use-statistics';

type StatisticPanelProps = {
  title: string;
  id: string;
  measure: Measure;
  statistic: Statistic;
  shown: ShownStatistics | undefined;
  fetching: boolean;
  names: Names;
  onRetry(): void;
};

/** One measure over time by category: chart, legend with totals, and a table for screen readers. */
export function StatisticPanel(props: StatisticPanelProps) {
  const { title, id, measure, statistic, shown, fetching, names, onRetry } = props;
  const { span: asked } = useRange();
  usePreloadChart(statistic);
  const series = useMemo(() => {
    if (!shown) return undefined;
    const { request, offsetMs } = shown.built;
    const { groupBy, period } = request;
    const span = { from: request.startTime, to: request.endTime };
    return seriesOf(shown.rows, {
      measure,
      statistic,
      groupBy,
      span,
      period,
      offsetMs,
      names,
      rankBy: 'costUsd',
    });
  }, [shown, measure, statistic, names]);

  if (!shown || !series) {
    return (
      <Panel title={title} id={id} onRetry={onRetry}>
        <PanelSkeleton height={CHART_HEIGHT + 72} label={`${title}: waiting for AWS`} />
      </Panel>
    );
  }
  const { request, offsetMs } = shown.built;
  const chart = { series, measure, statistic, period: request.period, offsetMs };
  const of = statistic === 'SUM' ? '' : `${STATISTIC_LABELS[statistic].toLowerCase()} of a usage record, `;
  const caption = `${title}, ${of}per ${PERIOD_UNITS[request.period]} by ${request.groupBy
    .map((key) => GROUP_KEY_LABELS[key].toLowerCase())
    .join(' and ')}`;
  return (
    <Panel
      title={title}
      id={id}
      figure={`${series.total === undefined ? '–' : formatAmount(series.total, measure)} · ${of}per ${PERIOD_UNITS[request.period]}`}
      asOf={shown.asOf}
      span={asked}
      coverage={shown.coverage}
      fetching={fetching}
      onRetry={onRetry}
    >
      <figure style={{ margin: 0 }} aria-label={caption}>
        <StatisticChart {...chart} />
      </figure>
      <ChartLegend series={series} measure={measure} />
      <ChartTable {...chart} caption={caption} />
    </Panel>
  );
}
