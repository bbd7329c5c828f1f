import { GetSessionsStatisticsAggregationCommand } from '@aws-sdk/client-deadline';
import type { StatisticsPage } from '@/lib/farm/session-statistics';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { interceptJson } from '../aws/json-answer';
import { statisticsPage } from './statistics-page';

/** A page token is valid for one page size only. */
const MAX_RESULTS = 100;

/** A page of an aggregation; without a token the first. */
type PageRequest = { farmId: string; aggregationId: string; nextToken?: string };

/**
 * One page of an aggregation's rows, or its status while it runs. Rejects with a ProblemError. The client doesn't deserialize the
 * rows, which takes longer than all else that an answer of 500 pages needs.
 */
export const getSessionsStatisticsAggregation = (
  request: PageRequest,
  signal?: AbortSignal,
): Promise<StatisticsPage> =>
  call(
    'GetSessionsStatisticsAggregation',
    deadlineClient,
    statisticsPage,
    async (client, options) => {
      const command = new GetSessionsStatisticsAggregationCommand({ ...request, maxResults: MAX_RESULTS });
      const json = interceptJson(command);
      const { $metadata } = await client.send(command, options);
      return { ...(json() as object), $metadata };
    },
    signal,
  );
