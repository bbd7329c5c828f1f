'use client';

import { Text } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { NO_FARMS } from '@/lib/farm/no-farms-text';
import { farmsOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import { FarmsCosts } from './all/farms-costs';

const HEIGHT = 120;

/** The farms of the account and region with their costs. */
export function FarmList() {
  const { data: answer, error, isFetching, refetch } = useQuery(farmsOptions());
  const retry = () => void refetch();
  if (answer && answer.data.length > 0)
    return (
      <FarmsCosts farms={answer.data} info={answer} error={error} fetching={isFetching} onRetry={retry} />
    );
  return (
    <Panel title="Farms" asOf={answer?.asOf} fetching={isFetching && answer !== undefined} onRetry={retry}>
      {error && <ProblemNotice error={error} onRetry={retry} />}
      {!answer && !error && <PanelSkeleton height={HEIGHT} label="Loading farms" />}
      {answer && <Warnings warnings={answer.warnings} />}
      {answer && <NoFarms />}
    </Panel>
  );
}

function NoFarms() {
  return (
    <EmptyNotice why={NO_FARMS} height={HEIGHT}>
      <Text size="sm" c="dimmed" maw={560} ta="center">
        A farm contains the queues and fleets of AWS Deadline Cloud; this page shows the cost of their
        sessions. Create a farm in the Deadline Cloud console, or start the dashboard with npm run start:aws
        and the credentials and region of an account that has one.
      </Text>
    </EmptyNotice>
  );
}
