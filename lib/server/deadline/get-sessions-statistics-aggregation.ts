import { GetSessionsStatisticsAggregationCommand } from '@aws-sdk/client-deadline';
import type { Answer } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import type { StatisticsPage } from '@/lib/farm/session-statistics';
import type { StatisticsPageAsk } from '@/lib/queries/farm';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { exactNow } from '../clock';
import { forgetAggregation } from './started-aggregations';
import { statisticsPage } from './statistics-page';

/** A page token is good for one page size only, so that it is the same unless the caller keeps to its own. */
const PAGE = 100;

/** One page of an aggregation's rows, or how far it is. Rejects with a ProblemError. */
export async function getSessionsStatisticsAggregation(
  { farmId, aggregationId, nextToken, maxResults = PAGE }: StatisticsPageAsk & { maxResults?: number },
  signal?: AbortSignal,
): Promise<Answer<StatisticsPage>> {
  const asOf = exactNow();
  try {
    const data = await call(
      'GetSessionsStatisticsAggregation',
      deadlineClient,
      statisticsPage,
      (client, options) =>
        client.send(
          new GetSessionsStatisticsAggregationCommand({ farmId, aggregationId, nextToken, maxResults }),
          options,
        ),
      signal,
    );
    const failed = data.status === 'FAILED' || data.status === 'TIMEOUT';
    if (failed) forgetAggregation({ farmId, aggregationId });
    return { data, asOf, partial: data.status !== 'COMPLETED', warnings: failed ? [adviceOn(data)] : [] };
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) {
      forgetAggregation({ farmId, aggregationId });
    }
    throw error;
  }
}

const adviceOn = ({ status }: StatisticsPage) =>
  `${status === 'TIMEOUT' ? 'The aggregation took Deadline Cloud too long' : 'The aggregation failed'}. Shorten the time range, take fewer queues or fleets, or lengthen the period.`;
