import { GetSessionsStatisticsAggregationCommand } from '@aws-sdk/client-deadline';
import type { Answer } from '@/lib/answer/answer';
import { isNotFound } from '@/lib/answer/problem';
import type { StatisticsPage, StatisticsPageRequest } from '@/lib/farm/session-statistics';
import { SECOND } from '@/lib/time/duration';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { archivedPage, collectPage } from './archived-aggregations';
import { forgetAggregation, markEnded, startTimeOf } from './started-aggregations';
import { statisticsPage } from './statistics-page';

/** A page token is good for one page size only, so that it is the same unless the caller keeps to its own. */
const PAGE = 100;

type PageRequest = StatisticsPageRequest & { maxResults?: number };

/** Many viewers wait for one aggregation: they read it together, at most twice a second. */
const pages = SharedCalls.named<Answer<StatisticsPage>>('statistics pages', { ttlMs: SECOND / 2, max: 100 });

/**
 * One page of an aggregation's rows, or how far it is; `asOf` is when it was started, if we did. Rejects with
 * a ProblemError.
 */
export function getSessionsStatisticsAggregation(
  { farmId, aggregationId, nextToken, maxResults = PAGE }: PageRequest,
  signal?: AbortSignal,
): Promise<Answer<StatisticsPage>> {
  return pages.get(
    JSON.stringify([farmId, aggregationId, nextToken, maxResults]),
    (ended) => read({ farmId, aggregationId, nextToken, maxResults }, ended),
    signal,
  );
}

async function read(request: PageRequest, ended: AbortSignal): Promise<Answer<StatisticsPage>> {
  const archived = await archivedPage(request);
  if (archived) return archived;
  const asOf = startTimeOf(request.aggregationId) ?? exactNow();
  try {
    const data = await call(
      'GetSessionsStatisticsAggregation',
      deadlineClient,
      statisticsPage,
      (client, options) => client.send(new GetSessionsStatisticsAggregationCommand(request), options),
      ended,
    );
    if (data.status !== 'IN_PROGRESS') markEnded(request.aggregationId);
    const failed = data.status === 'FAILED' || data.status === 'TIMEOUT';
    if (failed) forgetAggregation(request);
    collectPage(request, data);
    return { data, asOf, partial: data.status !== 'COMPLETED', warnings: failed ? [adviceOn(data)] : [] };
  } catch (error) {
    if (isNotFound(error)) forgetAggregation(request);
    throw error;
  }
}

const adviceOn = ({ status }: StatisticsPage) =>
  `${status === 'TIMEOUT' ? 'The aggregation took Deadline Cloud too long' : 'The aggregation failed'}. Shorten the time range, take fewer queues or fleets, or lengthen the period.`;
