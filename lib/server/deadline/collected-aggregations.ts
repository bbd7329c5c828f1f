import { LRUCache } from 'lru-cache';
import type { Answer } from '@/lib/answer/answer';
import type {
  SessionStatistics,
  StartedAggregation,
  StatisticsPage,
  StatisticsPageRequest,
} from '@/lib/farm/session-statistics';
import { HOUR } from '@/lib/time/duration';
import { archiveLater } from '../archive/archive-later';
import { isArchiving } from '../archive/open-archive';
import { processWide } from '../process-wide';
import { aggregationArchive } from './archived-aggregations';

/** Larger results are not archived. */
const MAX_ROWS = 50_000;

/** An aggregation whose pages viewers read, in order. */
type Collection = {
  requestKey: string;
  started: Answer<StartedAggregation>;
  rows: SessionStatistics[];
  /** Token of the page that comes next. */
  nextToken: string | undefined;
};

/** Collections end with AWS's results, an hour after the start. */
const collections = () =>
  processWide('collected aggregations', () => new LRUCache<string, Collection>({ max: 20, ttl: HOUR }));

/** Collects the pages of an aggregation over a settled range as viewers read them, to archive it when it is complete. */
export function collectPages(requestKey: string, started: Answer<StartedAggregation>): void {
  if (!isArchiving()) return;
  const collection = { requestKey, started, rows: [], nextToken: undefined };
  collections().set(started.data.aggregationId, collection);
}

/** Adds a page to its collection when it is the one that comes next, and archives the collection after the last page. */
export function collectPage({ aggregationId, nextToken }: StatisticsPageRequest, page: StatisticsPage): void {
  const collection = collections().get(aggregationId);
  if (!collection || page.status === 'IN_PROGRESS' || collection.nextToken !== nextToken) return;
  collection.rows.push(...page.rows);
  collection.nextToken = page.nextToken;
  const isCompleted = page.status === 'COMPLETED';
  const isWhole = isCompleted && page.nextToken === undefined;
  if (!isCompleted || isWhole || collection.rows.length > MAX_ROWS) collections().delete(aggregationId);
  if (isWhole && collection.rows.length <= MAX_ROWS) archive(collection);
}

function archive({ requestKey, started, rows }: Collection): void {
  const opening = aggregationArchive();
  archiveLater().add(async () => {
    const source = await opening;
    if (!source) return;
    const { data, coverage, asOf } = started;
    const content = Buffer.from(JSON.stringify({ farmId: data.farmId, coverage, rows }));
    await source.put(['statistics', requestKey], { asOf, content });
  });
}
