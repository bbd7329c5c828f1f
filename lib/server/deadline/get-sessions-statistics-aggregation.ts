import { GetSessionsStatisticsAggregationCommand } from '@aws-sdk/client-deadline';
import type { Answer } from '@/lib/answer/answer';
import { isNotFound } from '@/lib/answer/problem';
import type { StatisticsPage, StatisticsPageRequest } from '@/lib/farm/session-statistics';
import { SECOND } from '@/lib/time/duration';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { archivedPage } from './archived-aggregations';
import { collectPage } from './collected-aggregations';
import { forgetAggregation, markEnded, startTimeOf } from './started-aggregations';
import { statisticsPage } from './statistics-page';

/** A page token is valid for one page size only, so the default must not vary. */
const MAX_RESULTS = 100;

type PageRequest = StatisticsPageRequest & { maxResults?: number };

/** Viewers who wait for the same aggregation share its pages, each read at most twice a second. */
const pages = SharedCalls.named<Answer<StatisticsPage>>('statistics pages', { ttlMs: SECOND / 2, max: 100 });

/**
 * One page of an aggregation's rows, or its status while it runs. `asOf` is when it was started, if this server
 * started it. Rejects with a ProblemError.
 */
export function getSessionsStatisticsAggregation(
  { farmId, aggregationId, nextToken, maxResults = MAX_RESULTS }: PageRequest,
  signal?: AbortSignal,
): Promise<Answer<StatisticsPage>> {
  return pages.get(
    JSON.stringify([farmId, aggregationId, nextToken, maxResults]),
    (callSignal) => read({ farmId, aggregationId, nextToken, maxResults }, callSignal),
    signal,
  );
}

async function read(request: PageRequest, signal: AbortSignal): Promise<Answer<StatisticsPage>> {
  const asOf = startTimeOf(request.aggregationId) ?? exactNow();
  try {
    const archived = await archivedPage(request);
    if (archived) return archived;
    const data = await readStatisticsPage(request, signal);
    if (data.status !== 'IN_PROGRESS') markEnded(request.aggregationId);
    const hasFailed = data.status === 'FAILED' || data.status === 'TIMEOUT';
    if (hasFailed) forgetAggregation(request);
    collectPage(request, data);
    return {
      data,
      asOf,
      partial: data.status !== 'COMPLETED',
      warnings: hasFailed ? [failureWarning(data)] : [],
    };
  } catch (error) {
    if (isNotFound(error)) forgetAggregation(request);
    throw error;
  }
}

/** Reads one page of an aggregation, or its status while it runs. Rejects with a ProblemError. */
export const readStatisticsPage = (request: PageRequest, signal?: AbortSignal): Promise<StatisticsPage> =>
  call(
    'GetSessionsStatisticsAggregation',
    deadlineClient,
    statisticsPage,
    (client, options) =>
      client.send(
        new GetSessionsStatisticsAggregationCommand({ maxResults: MAX_RESULTS, ...request }),
        options,
      ),
    signal,
  );

const failureWarning = ({ status }: StatisticsPage) =>
  `${status === 'TIMEOUT' ? 'The aggregation timed out' : 'The aggregation failed'}. Shorten the time range, choose fewer queues or fleets, or a longer period.`;
