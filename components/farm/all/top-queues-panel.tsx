'use client';

import { Text } from '@mantine/core';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { RangeLink } from '@/components/range/range-link';
import { counted } from '@/lib/answer/counted';
import type { AllFarms } from '@/lib/farm/all/all-farms';
import { topQueues } from '@/lib/farm/all/top-queues';
import { topQueuesText } from '@/lib/farm/all/top-queues-text';
import { nameOfId } from '@/lib/farm/names';
import { formatShare } from '@/lib/farm/shares';
import { cellText } from '@/lib/farm/totals/cell-text';
import classes from '../small-table.module.css';
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
  const { top } = queues;
  const note = topQueuesText(queues, count);
  return (
    <Panel
      title="Queues"
      id="queues"
      figure={count.isLoading ? undefined : counted(queues.count, 'queue with a cost', 'queues with a cost')}
    >
      {count.isLoading ? (
        <PanelSkeleton height={HEIGHT} label="Loading queues" />
      ) : (
        <>
          {top.length > 0 && (
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col" className={classes.rank}>
                    #
                  </th>
                  <th scope="col">Queue</th>
                  <th scope="col">Farm</th>
                  <th scope="col" className={classes.figure}>
                    Cost, US{'\u00a0$'}
                  </th>
                  <th scope="col" className={classes.share}>
                    Share
                  </th>
                </tr>
              </thead>
              <tbody>
                {top.map(({ farm, queueId, names, costUsd, share }, at) => (
                  <tr key={`${farm.farmId} ${queueId}`}>
                    <td className={classes.rank}>{at + 1}</td>
                    <th scope="row" title={`${nameOfId(queueId, names)} · ${queueId}`}>
                      <RangeLink href={pathOf(farm.farmId, queueId)} size="xs">
                        {nameOfId(queueId, names)}
                      </RangeLink>
                    </th>
                    <td title={`${farm.displayName} · ${farm.farmId}`}>{farm.displayName}</td>
                    <td className={classes.figure}>{cellText('cost', costUsd)}</td>
                    <td className={classes.share}>{formatShare(share)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
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
