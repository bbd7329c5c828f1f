'use client';

import { Text } from '@mantine/core';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { RangeLink } from '@/components/range/range-link';
import { counted } from '@/lib/answer/counted';
import type { AllFarms } from '@/lib/farm/all/all-farms';
import { topQueues } from '@/lib/farm/all/top-queues';
import { topQueuesText } from '@/lib/farm/all/top-queues-text';
import { FarmOfLinks } from '../aws/console-context';
import { TopQueuesItems } from '../export/top-queues-items';
import { QueuesTable } from '../queues-table';
import type { FarmCost } from './use-farm-costs';

const MAX_QUEUES = 10;
const HEIGHT = 200;

type TopQueuesPanelProps = {
  rows: readonly FarmCost[];
  all: AllFarms;
  pathOf(farmId: string, queueId?: string): string;
};

/** The most expensive queues of all farms. They are ranked once the costs of every farm are there, or have failed. */
export function TopQueuesPanel({ rows, all: { count, figures }, pathOf }: TopQueuesPanelProps) {
  const queues = topQueues(rows, figures?.costUsd ?? Number.NaN, MAX_QUEUES);
  const { all, top } = queues;
  const note = topQueuesText(queues, count);
  return (
    <Panel
      title="Queues"
      id="queues"
      figure={count.isLoading ? undefined : counted(all.length, 'queue with a cost', 'queues with a cost')}
      menu={!count.isLoading && all.length > 0 && <TopQueuesItems queues={all} span={rows[0]?.span} />}
    >
      {count.isLoading ? (
        <PanelSkeleton height={HEIGHT} label="Loading queues" />
      ) : (
        <>
          {top.length > 0 && (
            <FarmOfLinks>
              <QueuesTable
                queues={top}
                isRanking
                linkOf={({ farm, queueId, name }) => (
                  <RangeLink href={pathOf(farm.farmId, queueId)} size="xs">
                    {name}
                  </RangeLink>
                )}
              />
            </FarmOfLinks>
          )}
          {note && (
            <Text size="xs" c="dimmed" mt={top.length > 0 ? 'xs' : 0}>
              {note}
            </Text>
          )}
        </>
      )}
    </Panel>
  );
}
