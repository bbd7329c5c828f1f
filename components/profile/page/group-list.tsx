'use client';

import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { counted } from '@/lib/answer/counted';
import { groupsOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import { GroupTable } from '../groups/group-table';
import { HowToPost } from './no-profile';

const HEIGHT = 180;
/** Kinds of queries with the figures of a group. */
const FIGURES = ['group-summary', 'findings', 'profile-times', 'profile-samples'];

/** The profiling groups of the account and region, with their figures in the page's range. */
export function GroupList() {
  const { data: answer, error, isFetching, refetch } = useQuery(groupsOptions());
  const client = useQueryClient();
  const retry = () => {
    void refetch();
    void client.invalidateQueries({ predicate: ({ queryKey: [kind] }) => FIGURES.includes(String(kind)) });
  };
  const count = answer?.data.length ?? 0;
  return (
    <Panel
      title="Profiling groups"
      figure={answer && counted(count, 'group')}
      asOf={answer?.asOf}
      fetching={isFetching && answer !== undefined}
      onRetry={retry}
    >
      {error && <ProblemNotice error={error} onRetry={retry} />}
      {!answer && !error && <PanelSkeleton height={HEIGHT} label="Loading profiling groups" />}
      {answer && <Warnings warnings={answer.warnings} />}
      {answer && count === 0 && (
        <EmptyNotice why="There are no profiling groups." height={HEIGHT}>
          <Text size="sm" c="dimmed" maw={560} ta="center">
            Applications report their profiles to a profiling group. Create one in the CodeGuru Profiler
            console, then start an agent that reports to it.
          </Text>
          <HowToPost group="my-group" />
        </EmptyNotice>
      )}
      {answer && count > 0 && <GroupTable groups={answer.data} />}
    </Panel>
  );
}
