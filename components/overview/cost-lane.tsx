'use client';

import { Box, Text } from '@mantine/core';
import { useMemo } from 'react';
import { newerHalf } from '@/components/farm/costs/aggregation-failed';
import { CostNotices } from '@/components/farm/costs/cost-notices';
import { CostProgress } from '@/components/farm/costs/cost-progress';
import type { ShownCosts } from '@/components/farm/costs/costs-on-screen';
import { useCosts } from '@/components/farm/costs/use-costs';
import { NoSessions } from '@/components/farm/no-sessions';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { formatMoney } from '@/lib/farm/amounts';
import { coversText } from '@/lib/farm/covers-text';
import { namesOf } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { seriesOf } from '@/lib/farm/series';
import type { Farm, Queue } from '@/lib/farm/session-statistics';
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
  const { shown, isEmpty, isFetching, retry } = costs;
  const series = useMemo(() => shown && costSeries(shown, queues), [shown, queues]);
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
      aside={series && <CostReadout series={series} />}
    >
      <CostNotices
        {...{ asked, costs }}
        before={warnings}
        narrower={{ shorterRange: () => setRange(newerHalf(span)) }}
      />
      {others.length > 0 && <OtherFarms farms={others} />}
      {!series && isFetching && <PanelSkeleton height={COST_HEIGHT - 24} label="Loading costs" />}
      {isEmpty && <NoSessions farmId={farm.farmId} height={COST_HEIGHT - 20} />}
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

const figureOf = ({ costs: { isCut, rowCount } }: ShownCosts, total: number) =>
  isCut ? `${formatMoney(total)} in the first ${counted(rowCount, 'row')}` : formatMoney(total);

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
