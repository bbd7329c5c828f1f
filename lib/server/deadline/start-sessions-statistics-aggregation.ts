import { StartSessionsStatisticsAggregationCommand } from '@aws-sdk/client-deadline';
import { z } from 'zod';
import type { StatisticsRequest } from '@/lib/farm/session-statistics';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';

const answer = z.object({ aggregationId: z.string().min(1) });

/**
 * Starts an aggregation and returns its id. Rejects with a ProblemError; ThrottlingException means that another aggregation of
 * the farm is running.
 */
export async function startSessionsStatisticsAggregation(
  { farmId, startTime, endTime, queueIds, fleetIds, ...rest }: StatisticsRequest,
  signal?: AbortSignal,
): Promise<string> {
  const { aggregationId } = await call(
    'StartSessionsStatisticsAggregation',
    deadlineClient,
    answer,
    (client, options) =>
      client.send(
        new StartSessionsStatisticsAggregationCommand({
          ...rest,
          farmId,
          startTime: new Date(startTime),
          endTime: new Date(endTime),
          resourceIds: queueIds ? { queueIds } : { fleetIds: fleetIds ?? [] },
        }),
        options,
      ),
    signal,
  );
  return aggregationId;
}
