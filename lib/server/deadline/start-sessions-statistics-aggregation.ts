import { StartSessionsStatisticsAggregationCommand } from '@aws-sdk/client-deadline';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type {
  StartedAggregation,
  StatisticsRequest,
  StatisticsStartRequest,
} from '@/lib/farm/session-statistics';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { exactNow } from '../clock';
import { startOrReuse } from './started-aggregations';

const answer = z.object({ aggregationId: z.string().min(1) });

/**
 * Starts an aggregation, or returns one that was started recently for an equal request; how recently depends on
 * its range and `fresh`. Rejects with a ProblemError; ThrottlingException means that another aggregation of the
 * farm is running.
 */
export function startSessionsStatisticsAggregation(
  { fresh = false, ...request }: StatisticsStartRequest,
  signal?: AbortSignal,
): Promise<Answer<StartedAggregation>> {
  return startOrReuse(keyOf(request), (callSignal) => start(request, callSignal), { fresh, signal });
}

async function start(request: StatisticsRequest, signal: AbortSignal): Promise<Answer<StartedAggregation>> {
  const asOf = exactNow();
  const { farmId, startTime, endTime } = request;
  return {
    data: { farmId, aggregationId: await startAggregation(request, signal) },
    asOf,
    coverage: { from: startTime, to: endTime },
    partial: false,
    warnings: [],
  };
}

/** Starts an aggregation and returns its id. Rejects with a ProblemError, a ThrottlingException while another one runs. */
export async function startAggregation(
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

/** Equal for requests that differ only in the order of ids, keys and statistics. */
export function keyOf({ farmId, startTime, endTime, timezone, period, ...lists }: StatisticsRequest): string {
  const { queueIds, fleetIds, groupBy, statistics } = lists;
  const sets = [queueIds, fleetIds, groupBy, statistics].map((ids) => (ids ? [...ids].sort() : null));
  return JSON.stringify([farmId, startTime, endTime, timezone, period, ...sets]);
}
