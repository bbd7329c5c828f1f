'use client';

import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Panel } from '@/components/panel/panel';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import type { AnswerInfo } from '@/lib/answer/answer';
import { counted } from '@/lib/answer/counted';
import { allFarms } from '@/lib/farm/all/all-farms';
import { farmsEarlier } from '@/lib/farm/all/farms-earlier';
import type { Farm } from '@/lib/farm/session-statistics';
import { CompareLine } from '../compare/compare-line';
import { useCostComparison } from '../compare/use-cost-comparison';
import { FarmsItems } from '../export/farms-items';
import { FarmsFigures } from './farms-figures';
import { FarmsTable } from './farms-table';
import { TopQueuesPanel } from './top-queues-panel';
import { type FarmCost, useFarmCosts } from './use-farm-costs';
import { useLastComplete } from './use-last-complete';

/** Maximum number of farms whose costs are read: each takes an aggregation or more. */
const MAX_FARMS = 40;

type FarmsCostsProps = {
  farms: readonly Farm[];
  info: AnswerInfo;
  /** Why a newer list of farms couldn't be read. */
  error: Error | null;
  fetching: boolean;
  onRetry(): void;
};

/** The costs of all farms in the page's range: together, and farm by farm. */
export function FarmsCosts({ farms, info, error, fetching, onRetry }: FarmsCostsProps) {
  const [compare] = useCostComparison();
  const read = useMemo(() => farms.slice(0, MAX_FARMS), [farms]);
  const current = useFarmCosts(read);
  const { rows, isOutdated } = useLastComplete(current);
  const all = allFarms(rows, farms.length);
  const client = useQueryClient();
  const refresh = () => {
    onRetry();
    for (const kind of ['queues', 'costs', 'budgets'])
      void client.invalidateQueries({ queryKey: [kind], type: 'active' });
  };
  const pathOf = (farmId: string, queueId?: string) =>
    `/farms/${farmId}${queueId ? `?queues=${queueId}` : ''}`;
  const readCount = current.filter(({ isReading }) => !isReading).length;
  return (
    <Stack gap="md">
      <div>
        <FarmsFigures all={all} hasChange={compare !== 'none'} isOutdated={isOutdated} />
        <CompareLine
          {...farmsEarlier(rows)}
          onRetry={() => {
            for (const { earlier, retry } of rows) if (earlier?.state === 'failed') retry();
          }}
        />
      </div>
      <Panel
        title="Farms"
        id="farms"
        figure={counted(farms.length, 'farm')}
        asOf={info.asOf}
        fetching={fetching || readCount < read.length}
        onRetry={refresh}
        menu={<FarmsItems farms={rows} />}
      >
        {error && <ProblemNotice error={error} onRetry={onRetry} />}
        <Warnings
          warnings={[
            ...info.warnings,
            ...(read.length < farms.length
              ? [`Only the costs of the first ${read.length} of ${counted(farms.length, 'farm')} are read.`]
              : []),
            ...budgetWarnings(rows),
            ...current.flatMap(({ staleNotes }) => staleNotes),
          ]}
        />
        <FarmsTable {...{ rows, all, isOutdated, pathOf }} />
      </Panel>
      <TopQueuesPanel {...{ rows, all, pathOf }} />
    </Stack>
  );
}

/** Why the budgets of some farms are missing. */
function budgetWarnings(rows: readonly FarmCost[]): string[] {
  const whys = rows.flatMap(({ budgets, budgetsError }) => (budgets ? [] : (budgetsError?.message ?? [])));
  const countOf = (why: string) => whys.filter((other) => other === why).length;
  return Array.from(
    new Set(whys),
    (why) => `Budgets of ${counted(countOf(why), 'farm')} are missing. ${why}`,
  );
}
