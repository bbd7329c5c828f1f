import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import type {
  SessionStatistics,
  StartedAggregation,
  StatisticsPage,
  StatisticsPageRequest,
} from '@/lib/farm/session-statistics';
import { archiveFor } from '../archive/open-archive';
import { env } from '../env';
import { processWide } from '../process-wide';

/** Rows of archived aggregations in memory. */
const MAX_CACHED_ROWS = 200_000;

/** As many rows as a page of AWS has at most. */
const PAGE_ROWS = 100;

/** An archived aggregation. Its rows were checked when AWS gave them; their form follows from the archive's format. */
const aggregationContent = z.object({
  farmId: z.string(),
  coverage: z.object({ from: z.number(), to: z.number() }),
  rows: z.array(
    z.custom<SessionStatistics>((row) => typeof row === 'object' && row !== null && 'count' in row),
  ),
});

type ArchivedAggregation = { hash: string; asOf: number } & z.output<typeof aggregationContent>;

/** Where the rows of an aggregation that we named are. */
type Named = { requestKey: string; hash: string };

const cached = () =>
  processWide(
    'archived aggregations',
    () =>
      new LRUCache<string, ArchivedAggregation>({
        maxSize: MAX_CACHED_ROWS,
        sizeCalculation: ({ rows }) => 1 + rows.length,
      }),
  );

const named = () => processWide('named aggregations', () => new LRUCache<string, Named>({ max: 20_000 }));

/** The archive of Deadline Cloud's answers. */
export const aggregationArchive = () => archiveFor(env().AWS_ENDPOINT_URL_DEADLINE);

/**
 * The archived aggregation of an equal request, if any, under a new id of ours: AWS has forgotten its own. `archivedPage`
 * has its pages.
 */
export async function archivedAggregation(
  requestKey: string,
): Promise<Answer<StartedAggregation> | undefined> {
  const aggregation = await read(requestKey);
  if (!aggregation) return undefined;
  const { farmId, coverage, hash, asOf } = aggregation;
  const aggregationId = randomBytes(16).toString('hex');
  named().set(aggregationId, { requestKey, hash });
  return { data: { farmId, aggregationId }, asOf, coverage, partial: false, warnings: [] };
}

/**
 * A page of an archived aggregation; undefined for the ids of AWS. Tokens are row numbers. Rejects with "not found" when
 * its rows are no longer in the archive.
 */
export async function archivedPage({
  farmId,
  aggregationId,
  nextToken,
}: StatisticsPageRequest): Promise<Answer<StatisticsPage> | undefined> {
  const name = named().get(aggregationId);
  if (!name) return undefined;
  const aggregation = cached().get(name.hash) ?? (await read(name.requestKey));
  const first = Number(nextToken ?? 0);
  const isKnown = aggregation?.hash === name.hash && aggregation.farmId === farmId;
  if (!isKnown || !Number.isSafeInteger(first) || first < 0) throw expired();
  const next = first + PAGE_ROWS;
  const data: StatisticsPage = {
    status: 'COMPLETED',
    rows: aggregation.rows.slice(first, next),
    ...(next < aggregation.rows.length && { nextToken: String(next) }),
  };
  return { data, asOf: aggregation.asOf, partial: false, warnings: [] };
}

async function read(requestKey: string): Promise<ArchivedAggregation | undefined> {
  const source = await aggregationArchive();
  const archived = await source?.get(['statistics', requestKey]);
  if (!archived) return undefined;
  const { hash, asOf } = archived;
  const parsed = aggregationContent.safeParse(JSON.parse(Buffer.from(archived.content).toString()));
  if (!parsed.success) {
    console.error(`archive: ${hash} is not an aggregation:`, parsed.error.message);
    return undefined;
  }
  const aggregation = { hash, asOf, ...parsed.data };
  cached().set(hash, aggregation);
  return aggregation;
}

const expired = () =>
  new ProblemError({
    code: 'ResourceNotFoundException',
    message: 'These statistics are no longer available. Calculate them again.',
    status: 404,
    retryable: false,
  });
