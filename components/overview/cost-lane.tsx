'use client';

import { Box, Text } from '@mantine/core';
import { useMemo } from 'react';
import { AggregationFailed, newerHalf } from '@/components/farm/costs/aggregation-failed';
import { CostProgress } from '@/components/farm/costs/cost-progress';
import { type ShownCosts, useCosts } from '@/components/farm/costs/use-costs';
import { NoSessions } from '@/components/farm/no-sessions';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import { formatMoney } from '@/lib/farm/amounts';
import { coversText } from '@/lib/farm/covers-text';
import { namesOf } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { seriesOf } from '@/lib/farm/series';
import type { Farm, Queue } from '@/lib/farm/session-statistics';
import { AggregationEnded } from '@/lib/farm/stream/aggregation-ended';
import { CostBars, CostReadout } from './cost-bars';

export const COST_HEIGHT = 140;
const MAX_QUEUES = 5;
const MAX_OTHER_FARMS = 8;

type CostLaneProps = {
  title: string;
  farm: Farm;
  /** Farms that the lane leaves out. */
  others: readonly Farm[];
  queues: readonly Queue[];
  asked: AskedCosts;
  warnings: readonly string[];
};

/** The cost of a farm's queues by period, with the most expensive queues. */
export function CostLane({ title, farm, others, queues, asked, warnings }: CostLaneProps) {
  const { span, setRange } = useRange();
  const costs = useCosts(asked);
  const { shown, isOutdated, isFetching, error, retry } = costs;
  const series = useMemo(() => shown && costSeries(shown, queues), [shown, queues]);
  const total = series?.total;
  return (
    <Panel
      title={title}
      id="farm-cost"
      figure={total === undefined ? undefined : formatMoney(total)}
      asOf={shown?.costs.asOf}
      span={span}
      coverage={shown?.costs.coverage}
      fetching={isFetching || isOutdated}
      onRetry={retry}
      aside={series && <CostReadout series={series} />}
    >
      <Warnings warnings={[...warnings, ...asked.notes, ...(shown?.costs.notes ?? [])]} />
      {others.length > 0 && <OtherFarms farms={others} />}
      {error instanceof AggregationEnded && (
        <AggregationFailed error={error} shorterRange={() => setRange(newerHalf(span))} onRetry={retry} />
      )}
      {error && !(error instanceof AggregationEnded) && <ProblemNotice error={error} onRetry={retry} />}
      {shown?.costs.isCut && <Warnings warnings={['Not all rows were read, so the sum is too small.']} />}
      {!series && isFetching && <PanelSkeleton height={COST_HEIGHT - 24} label="Loading costs" />}
      {series && total === undefined && <NoSessions height={COST_HEIGHT - 20} />}
      <Text size="xs" c="dimmed" mb="xs" mih="1lh">
        {shown && coversText(shown.asked, shown.costs)}
      </Text>
      {series && total !== undefined && <CostBars series={series} farmId={farm.farmId} queues={queues} />}
      <Box pt={12}>
        <CostProgress query={asked.query} {...costs} />
      </Box>
    </Panel>
  );
}

function OtherFarms({ farms }: { farms: readonly Farm[] }) {
  return (
    <Text size="xs" c="dimmed" mb="xs">
      Other farms:{' '}
      {farms.slice(0, MAX_OTHER_FARMS).map(({ farmId, displayName }) => (
        <RangeLink key={farmId} href={`/farms/${farmId}`} size="xs" mr="xs">
          {displayName}
        </RangeLink>
      ))}
      {farms.length > MAX_OTHER_FARMS && (
        <RangeLink href="/farms" size="xs">
          {`and ${farms.length - MAX_OTHER_FARMS} more`}
        </RangeLink>
      )}
    </Text>
  );
}

const costSeries = ({ table }: ShownCosts, queues: readonly Queue[]) =>
  seriesOf(table, {
    measure: 'costUsd',
    statistic: 'SUM',
    names: namesOf(queues, []),
    maxCategories: MAX_QUEUES,
  });
