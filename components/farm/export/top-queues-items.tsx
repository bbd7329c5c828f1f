'use client';

import { Menu } from '@mantine/core';
import { CsvItem } from '@/components/download/csv-item';
import { counted } from '@/lib/answer/counted';
import type { RankedQueue } from '@/lib/farm/all/top-queues';
import { farmsFileName } from '@/lib/farm/export/file-name';
import type { Span } from '@/lib/time/range';

type TopQueuesItemsProps = { queues: readonly RankedQueue[]; span: Span | undefined };

/** A menu item that saves the costs of queues of all farms, those beyond the ranking too. */
export const TopQueuesItems = ({ queues, span }: TopQueuesItemsProps) => (
  <>
    <CsvItem
      label={`Costs of ${counted(queues.length, 'queue')}`}
      records={async () => (await import('@/lib/farm/export/queues-csv')).queuesCsv(queues)}
      fileName={`${farmsFileName('queues', span)}.csv`}
    />
    <Menu.Divider />
  </>
);
