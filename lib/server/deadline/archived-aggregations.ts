import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type {
  SessionStatistics,
  StartedAggregation,
  StatisticsPage,
  StatisticsPageRequest,
} from '@/lib/farm/session-statistics';
import { archiveLater } from '../archive/archive-later';
import { archiveFor, type SourceArchive } from '../archive/open-archive';
import { env } from '../env';
import { processWide } from '../process-wide';

/** Larger results are not archived. */
const MAX_ROWS = 50_000;

/** Rows of archived aggregations that are kept in memory. */
const MAX_ROWS_IN_MEMORY = 200_000;

/** Rows in one page of an archived aggregation, as many as AWS gives at most. */
const PAGE_ROWS = 100;

/** The rows are as `statisticsPage` checked them when AWS gave them; the archive vouches for their bytes. */
const content = z.object({
  farmId: z.string(),
  aggregationId: z.string(),
  coverage: z.object({ from: z.number(), to: z.number() }),
  rows: z.array(z.custom<SessionStatistics>()),
});

type Archived = { startedAt: number; rows: readonly SessionStatistics[] };

/** The pages of an aggregation read so far, in order. */
type Collection = {
  archive: SourceArchive;
  requestKey: string;
  started: Answer<StartedAggregation>;
  rows: SessionStatistics[];
  /** Token of the page that comes next. */
  nextToken: string | undefined;
};

/** Archived aggregations that viewers read now. */
const inMemory = () =>
  processWide(
    'archived aggregations',
    () =>
      new LRUCache<string, Archived>({
        maxSize: MAX_ROWS_IN_MEMORY,
        sizeCalculation: ({ rows }) => 1 + rows.length,
      }),
  );

/** The request of each aggregation that came from the archive, to read it again. */
const requestKeys = () =>
  processWide('archived requests', () => new LRUCache<string, string>({ max: 20_000 }));

const collections = () => processWide('collections', () => new LRUCache<string, Collection>({ max: 100 }));

/** Where the past can change, only a new aggregation is right. */
const archiveOfDeadline = async () =>
  env().TRIPTYCH_PAST_CHANGES ? undefined : archiveFor(env().AWS_ENDPOINT_URL_DEADLINE);

const keyOf = ({ farmId, aggregationId }: StartedAggregation) => JSON.stringify([farmId, aggregationId]);

/** The aggregation that an equal request started, if the archive has its rows: its pages are then read from here. */
export async function archivedAggregation(
  requestKey: string,
): Promise<Answer<StartedAggregation> | undefined> {
  const source = await archiveOfDeadline();
  const archived = await source?.archive.get(source.keyOf('statistics', requestKey));
  if (!archived) return undefined;
  const { rows, coverage, ...data } = content.parse(JSON.parse(Buffer.from(archived.content).toString()));
  inMemory().set(keyOf(data), { startedAt: archived.asOf, rows });
  requestKeys().set(keyOf(data), requestKey);
  return { data, asOf: archived.asOf, coverage, partial: false, warnings: [] };
}

/** A page of an archived aggregation; undefined when it isn't one. Tokens are row numbers. */
export async function archivedPage(
  request: StatisticsPageRequest,
): Promise<Answer<StatisticsPage> | undefined> {
  const requestKey = requestKeys().get(keyOf(request));
  if (requestKey === undefined) return undefined;
  if (!inMemory().has(keyOf(request))) await archivedAggregation(requestKey);
  const archived = inMemory().get(keyOf(request));
  if (!archived) return undefined;
  const first = Number(request.nextToken ?? 0);
  if (!Number.isInteger(first) || first < 0) return undefined;
  const next = first + PAGE_ROWS;
  const data: StatisticsPage = {
    status: 'COMPLETED',
    rows: archived.rows.slice(first, next),
    ...(next < archived.rows.length && { nextToken: String(next) }),
  };
  return { data, asOf: archived.startedAt, partial: false, warnings: [] };
}

/** Collects the pages of an aggregation over a settled range as viewers read them, to archive it when all are there. */
export async function collectPages(requestKey: string, started: Answer<StartedAggregation>): Promise<void> {
  const archive = await archiveOfDeadline();
  if (!archive) return;
  collections().set(keyOf(started.data), {
    ...{ archive, requestKey, started, rows: [], nextToken: undefined },
  });
}

/** Adds a page to its collection when it is the one that comes next. */
export function collectPage(request: StatisticsPageRequest, page: StatisticsPage): void {
  const key = keyOf(request);
  const collection = collections().get(key);
  if (!collection || page.status === 'IN_PROGRESS' || collection.nextToken !== request.nextToken) return;
  collection.rows.push(...page.rows);
  collection.nextToken = page.nextToken;
  const isWhole = page.status === 'COMPLETED' && page.nextToken === undefined;
  if (isWhole) archiveLater().add(() => put(collection));
  if (isWhole || page.status !== 'COMPLETED' || collection.rows.length > MAX_ROWS) collections().delete(key);
}

function put({ archive: { archive, keyOf }, requestKey, started, rows }: Collection) {
  const { data, coverage, asOf } = started;
  const content = Buffer.from(JSON.stringify({ ...data, coverage, rows }));
  return archive.put({ key: keyOf('statistics', requestKey), asOf, content });
}
