'use client';

import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { RangeLink } from '@/components/range/range-link';
import { useZone } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { groupsOptions } from '@/lib/queries/profile';
import { formatInstant } from '@/lib/time/format';
import classes from './group-list.module.css';
import { HowToPost } from './no-profile';

const HEIGHT = 180;

/** The profiling groups of the account and region, linked to their profiles in the same range. */
export function GroupList() {
  const { data: answer, error, isFetching, refetch } = useQuery(groupsOptions());
  const retry = () => void refetch();
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

function GroupTable({ groups }: { groups: readonly ProfilingGroup[] }) {
  const zone = useZone();
  const instant = (at: number | undefined) => (at === undefined ? 'none yet' : formatInstant(at, zone));
  return (
    <Table.ScrollContainer minWidth={280} type="native">
      <Table verticalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Group</Table.Th>
            <Table.Th visibleFrom="sm">Platform</Table.Th>
            <Table.Th>Newest profile</Table.Th>
            <Table.Th visibleFrom="sm">Agent last seen</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((group) => (
            <Table.Tr key={group.name}>
              <Table.Td className={classes.name}>
                <RangeLink href={`/profiles/${encodeURIComponent(group.name)}`} size="sm" ff="monospace">
                  {group.name}
                </RangeLink>
              </Table.Td>
              <Table.Td visibleFrom="sm">
                {PLATFORMS[group.computePlatform] ?? group.computePlatform}
              </Table.Td>
              <Table.Td className={classes.time}>{instant(group.latestAggregatedProfile?.start)}</Table.Td>
              <Table.Td visibleFrom="sm" className={classes.time}>
                {instant(group.latestAgentProfileReportedAt)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const PLATFORMS: Record<string, string> = { Default: 'Server', AWSLambda: 'AWS Lambda' };
