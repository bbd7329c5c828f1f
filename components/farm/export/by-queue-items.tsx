'use client';

import { Menu } from '@mantine/core';
import { CliItem } from '@/components/download/cli-item';
import { CsvItem } from '@/components/download/csv-item';
import { counted } from '@/lib/answer/counted';
import { costsScript } from '@/lib/farm/export/costs-script';
import type { CostsByQueue } from '@/lib/farm/filters/by-queue';
import type { SumOfLines } from '@/lib/farm/filters/queue-lines';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { NamedLine } from '../by-queue/named-lines';
import { useFileName } from './use-file-name';

type ByQueueItemsProps = {
  /** What the page shows. */
  asked: AskedCosts;
  byQueue: CostsByQueue;
  lines: readonly NamedLine[];
  sum: SumOfLines;
};

/** Menu items that save the costs in each queue, as far as they are known, and copy the calls to AWS. */
export function ByQueueItems({ asked, byQueue, lines, sum }: ByQueueItemsProps) {
  const name = useFileName(asked, { isCut: !sum.isWhole }, ['QUEUE_ID'])('costs');
  const of = sum.knownCount < lines.length ? `${sum.knownCount} of ` : '';
  return (
    <>
      <CsvItem
        label={`Costs of ${of}${counted(lines.length, 'queue')}`}
        records={async () => (await import('@/lib/farm/export/queues-csv')).queuesCsv(lines)}
        fileName={`${name}.csv`}
      />
      <Menu.Label>Calls to AWS</Menu.Label>
      <CliItem
        script={(place) =>
          byQueue.queues
            .map(({ queueId, asked: own }) => {
              const isCut = lines.some((line) => line.queueId === queueId && line.isCut);
              return costsScript({ asked: own, isCut }, place);
            })
            .join('\n')
        }
        fileName={name}
      />
      <Menu.Divider />
    </>
  );
}
