import { SettableClock } from '@/lib/local-aws/clock';
import { startLocalAws } from '@/lib/local-aws/server';
import { DAY } from '@/lib/time/duration';
import { TO } from './data';

export type RecordedAws = {
  url: string;
  /** Forgets what was recorded. */
  forget(): void;
  /** Aggregations started since then. */
  startCount(): number;
  /** When the pages of the aggregation with the most pages were read, epoch milliseconds: the first is the one that completed it. */
  pagesSentAt(): readonly number[];
  close(): Promise<void>;
};

/** local-aws that records starts of aggregations and their pages. */
export async function startRecordedAws(folder: string): Promise<RecordedAws> {
  const clock = new SettableClock(TO + DAY);
  const aws = await startLocalAws({ folder, clock, sample: false, aggregationMs: 0, port: 0, admin: false });
  const { aggregations } = aws.world.farms;
  const { table } = aggregations;
  let startCount = 0;
  const pages = new Map<string, number[]>();

  const start = aggregations.start.bind(aggregations);
  aggregations.start = (work) => {
    startCount += 1;
    return start(work);
  };
  const rows = table.rows.bind(table);
  table.rows = async (aggregationId, ...page) => {
    const read = await rows(aggregationId, ...page);
    const sentAt = pages.get(aggregationId) ?? [];
    sentAt.push(Date.now());
    pages.set(aggregationId, sentAt);
    return read;
  };
  return {
    url: aws.url,
    forget: () => {
      startCount = 0;
      pages.clear();
    },
    startCount: () => startCount,
    pagesSentAt: () => [...pages.values()].sort((a, b) => b.length - a.length)[0] ?? [],
    close: () => aws.close(),
  };
}
