import { GetSessionsStatisticsAggregationCommand } from '@aws-sdk/client-deadline';
import type { StatisticsPage } from '@/lib/farm/session-statistics';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { statisticsPage } from './statistics-page';

/** A page token is valid for one page size only. */
const MAX_RESULTS = 100;

/** A page of an aggregation; without a token the first. */
type PageRequest = { farmId: string; aggregationId: string; nextToken?: string };

/** One page of an aggregation's rows, or its status while it runs. Rejects with a ProblemError. */
export const getSessionsStatisticsAggregation = (
  request: PageRequest,
  signal?: AbortSignal,
): Promise<StatisticsPage> =>
  call(
    'GetSessionsStatisticsAggregation',
    deadlineClient,
    statisticsPage,
    (client, options) =>
      client.send(
        new GetSessionsStatisticsAggregationCommand({ ...request, maxResults: MAX_RESULTS }),
        options,
      ),
    signal,
  );
