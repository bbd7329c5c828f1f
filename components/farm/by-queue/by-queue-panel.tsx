'use client';

import { Button, Text } from '@mantine/core';
import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { counted } from '@/lib/answer/counted';
import { type CostsByQueue, costsByQueue } from '@/lib/farm/filters/by-queue';
import { filterText } from '@/lib/farm/filters/filter-text';
import { sumOfLines } from '@/lib/farm/filters/queue-lines';
import type { Names } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { ShownCosts } from '../costs/costs-on-screen';
import { ByQueueItems } from '../export/by-queue-items';
import type { PlaceNav } from '../path/place-nav';
import { byQueueParams } from './by-queue-params';
import { ByQueueTable } from './by-queue-table';
import { namedLines } from './named-lines';
import { useCostsByQueue } from './use-costs-by-queue';

type ByQueuePanelProps = { shown: ShownCosts | undefined; names: Names; nav: PlaceNav };

/** The costs by queue of a user and an instance type, or of other filters by two keys. Renders nothing where the page has them. */
export function ByQueuePanel({ shown, ...rest }: ByQueuePanelProps) {
  const asked = shown?.asked;
  const byQueue = useMemo(() => asked && costsByQueue(asked), [asked]);
  return byQueue && asked && <ByQueue {...{ byQueue, asked }} {...rest} />;
}

type ByQueueProps = Omit<ByQueuePanelProps, 'shown'> & { byQueue: CostsByQueue; asked: AskedCosts };

function ByQueue({ byQueue, asked, names, nav }: ByQueueProps) {
  const [{ inQueues }, change] = useQueryStates(byQueueParams, { history: 'push' });
  const isOpen = inQueues === 'shown';
  const costs = useCostsByQueue(byQueue, isOpen);
  const sum = sumOfLines(costs, byQueue.leftOutCount);
  const lines = namedLines(costs, sum, names);
  const count = counted(lines.length, 'queue');
  return (
    <Panel
      title="In which queues"
      id="in-queues"
      figure={isOpen ? `${sum.knownCount} of ${count}` : undefined}
      fetching={isOpen && lines.some(({ isFetching }) => isFetching)}
      menu={isOpen && <ByQueueItems {...{ asked, byQueue, lines, sum }} />}
    >
      {isOpen ? (
        <ByQueueTable {...{ lines, sum, nav }} queueCount={lines.length + byQueue.leftOutCount} />
      ) : (
        <EmptyNotice
          why={`AWS groups by at most two keys, and the filters take both. Adding up ${filterText(asked.filters)} in each queue takes an aggregation for each of ${count}.`}
        >
          <Button size="xs" variant="default" onClick={() => void change({ inQueues: 'shown' })}>
            Add up {count}
          </Button>
        </EmptyNotice>
      )}
      {byQueue.leftOutCount > 0 && (
        <Text size="xs" c="dimmed" mt="xs">
          {`Only the first ${count}. Choose queues above to add up ${counted(byQueue.leftOutCount, 'other')}.`}
        </Text>
      )}
    </Panel>
  );
}
