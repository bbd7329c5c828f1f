'use client';

import { Table, Text } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { RangeLink } from '@/components/range/range-link';
import { counted } from '@/lib/answer/counted';
import { NO_FARMS } from '@/lib/farm/no-farms-text';
import type { Farm } from '@/lib/farm/session-statistics';
import { farmOptions, farmsOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import ellipsis from './ellipsis.module.css';
import { ScaleFactor } from './farm-header';

const HEIGHT = 120;

/** The farms of the account and region, with links to their costs. */
export function FarmList() {
  const { data: answer, error, isFetching, refetch } = useQuery(farmsOptions());
  const retry = () => void refetch();
  return (
    <Panel
      title="Farms"
      figure={answer && counted(answer.data.length, 'farm')}
      asOf={answer?.asOf}
      fetching={isFetching && answer !== undefined}
      onRetry={retry}
    >
      {error && <ProblemNotice error={error} onRetry={retry} />}
      {!answer && !error && <PanelSkeleton height={HEIGHT} label="Loading farms" />}
      {answer && <Warnings warnings={answer.warnings} />}
      {answer?.data.length === 0 && <NoFarms />}
      {answer && answer.data.length > 0 && <FarmTable farms={answer.data} />}
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

function FarmTable({ farms }: { farms: readonly Farm[] }) {
  return (
    <Table.ScrollContainer minWidth={280} type="native">
      <Table verticalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Farm</Table.Th>
            <Table.Th visibleFrom="sm">Id</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {farms.map((farm) => (
            <FarmRow key={farm.farmId} farm={farm} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** ListFarms omits the scale factor and the description, so each row requests its farm. */
function FarmRow({ farm }: { farm: Farm }) {
  const { data } = useQuery(farmOptions(farm.farmId));
  return (
    <Table.Tr>
      <Table.Td className={ellipsis.ellipsis}>
        <RangeLink href={`/farms/${farm.farmId}`} size="sm" title={farm.displayName}>
          {farm.displayName}
        </RangeLink>
        {data?.data.description && (
          <Text size="xs" c="dimmed" className={ellipsis.ellipsis} maw="none">
            {data.data.description}
          </Text>
        )}
        <ScaleFactor farm={data?.data} />
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="xs" c="dimmed" ff="monospace">
          {farm.farmId}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
