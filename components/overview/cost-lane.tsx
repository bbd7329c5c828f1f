'use client';

import { Box, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useMemo } from 'react';
import { barMarks } from '@/components/farm/chart/bar-marks';
import { MarkNote } from '@/components/farm/chart/mark-note';
import { CostNotices } from '@/components/farm/costs/cost-notices';
import { CostProgress } from '@/components/farm/costs/cost-progress';
import type { ShownCosts } from '@/components/farm/costs/costs-on-screen';
import { newerHalf } from '@/components/farm/costs/narrower-request';
import { useCosts } from '@/components/farm/costs/use-costs';
import { NoSessions } from '@/components/farm/no-sessions';
import { useOutliers } from '@/components/farm/outliers/use-outliers';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { formatMoney } from '@/lib/farm/amounts';
import { barStepFor } from '@/lib/farm/bars/bars';
import { coversText } from '@/lib/farm/covers-text';
import { type Names, namesOf } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { seriesOf } from '@/lib/farm/series';
import type { Farm, Queue } from '@/lib/farm/session-statistics';
import { CostBars } from './cost-bars';
import { CostItems } from './cost-items';
import { CostReadout } from './cost-readout';
import { COST_BARS_HEIGHT } from './cost-stacks';
import { ThresholdMarks } from './thresholds/threshold-marks';
import { ThresholdNotes } from './thresholds/threshold-notes';
import { useThresholdCrossings } from './thresholds/use-threshold-crossings';

export const COST_HEIGHT = 140;
const MAX_QUEUES = 5;
/** Width of the narrowest bar with the gap to the next, pixels. */
const MIN_BAR_PX = 5;

type CostLaneProps = {
  title: string;
  farm: Farm;
  /** The choice of the farm. */
  choice: ReactNode;
  queues: readonly Queue[];
  asked: AskedCosts;
  warnings: readonly string[];
};

/** The cost of a farm's queues by period, with the most expensive queues. */
export function CostLane({ title, farm, choice, queues, asked, warnings }: CostLaneProps) {
  const { span, setRange } = useRange();
  const costs = useCosts(asked);
  const { shown, isEmpty, isFetching, retry } = costs;
  const { ref, width } = useElementSize();
  const names = useMemo(() => namesOf(queues, []), [queues]);
  const series = useMemo(() => shown && costSeries(shown, names, width), [shown, names, width]);
  const outliers = useOutliers(shown, names);
  const marks = useMemo(() => series && barMarks(series, outliers), [series, outliers]);
  const thresholds = useThresholdCrossings(farm.farmId, series !== undefined);
  const total = series?.total;
  return (
    <Panel
      title={title}
      id="farm-cost"
      figure={shown && total !== undefined ? figureOf(shown, total) : undefined}
      asOf={shown?.costs.asOf}
      span={span}
      coverage={shown?.costs.coverage}
      fetching={isFetching}
      onRetry={retry}
      menu={shown && series && <CostItems farmName={farm.displayName} {...{ shown, series, marks, names }} />}
      aside={series && <CostReadout series={series} marked={marks?.bars ?? []} />}
    >
      {choice}
      <CostNotices
        {...{ asked, costs }}
        before={warnings}
        narrower={{ shorterRange: () => setRange(newerHalf(span)) }}
      />
      {!series && isFetching && <PanelSkeleton height={COST_BARS_HEIGHT} label="Loading costs" />}
      {isEmpty && <NoSessions farmId={farm.farmId} height={COST_HEIGHT - 20} />}
      <Text size="xs" c="dimmed" mb="xs" mih="1lh">
        {shown && coversText(shown.asked, shown.costs, names)}
      </Text>
      {series && total !== undefined && (
        <CostBars
          {...{ series, marks, queues }}
          farmId={farm.farmId}
          plotRef={ref}
          below={<ThresholdMarks found={thresholds} farmId={farm.farmId} />}
        />
      )}
      {marks && <MarkNote text={marks.note} />}
      {series && <ThresholdNotes found={thresholds} />}
      {/* The rest of the progress, which keeps its height, is in the padding of the panel. */}
      <Box pt={4} mb={-16}>
        <CostProgress query={asked.query} {...costs} />
      </Box>
    </Panel>
  );
}

const figureOf = ({ costs: { isCut, rowCount } }: ShownCosts, total: number) =>
  isCut ? `${formatMoney(total)} in the first ${counted(rowCount, 'row')}` : formatMoney(total);

/** Bars fit into the width of the plot, in pixels; before it is known they are the buckets. */
function costSeries({ table }: ShownCosts, names: Names, width: number) {
  return seriesOf(table, {
    measure: 'costUsd',
    statistic: 'SUM',
    names,
    maxCategories: MAX_QUEUES,
    ...(width > 0 && { step: barStepFor(table.rows.buckets, table.period, Math.floor(width / MIN_BAR_PX)) }),
  });
}
