import { z } from 'zod';
import {
  AGGREGATION_STATUSES,
  type SessionStatistics,
  type StatisticsPage,
  type Stats,
} from '@/lib/farm/session-statistics';
import { withoutIdentifiers } from '../aws/plain-text';
import { optional, wireDate, wireToken } from '../aws/wire';

const name = optional(z.string());
const amount = optional(z.number());
const stats = z
  .object({ min: amount, max: amount, avg: amount, sum: amount })
  .transform((values): Stats => compact(values));

const row = z
  .object({
    queueId: name,
    fleetId: name,
    jobId: name,
    jobName: name,
    userId: name,
    usageType: name,
    licenseProduct: name,
    instanceType: name,
    count: z.number().int().min(0),
    costInUsd: stats,
    runtimeInSeconds: stats,
    aggregationStartTime: wireDate,
    aggregationEndTime: wireDate,
  })
  .transform(
    ({ count, costInUsd, runtimeInSeconds, aggregationStartTime, aggregationEndTime, ...keys }) =>
      ({
        ...compact(keys),
        count,
        costUsd: costInUsd,
        runtimeSeconds: runtimeInSeconds,
        from: aggregationStartTime,
        to: aggregationEndTime,
      }) satisfies SessionStatistics,
  );

/**
 * GetSessionsStatisticsAggregation's answer as a domain page. It is strict about numbers and times, because the
 * client passes "1.5" and NaN through. A running aggregation may have no list of rows.
 */
export const statisticsPage = z
  .object({
    statistics: optional(z.array(row)),
    nextToken: wireToken,
    status: z.enum(AGGREGATION_STATUSES),
    statusMessage: optional(z.string()),
  })
  .refine(({ status, statistics }) => status !== 'COMPLETED' || statistics !== undefined, {
    path: ['statistics'],
    message: 'missing in a completed aggregation',
  })
  .transform(
    ({ statistics, nextToken, status, statusMessage }): StatisticsPage => ({
      status,
      statusMessage: statusMessage ? withoutIdentifiers(statusMessage) : undefined,
      rows: statistics ?? [],
      nextToken,
    }),
  );

/** Drops undefined members, which would only make the answer to the browser larger. */
function compact<T extends object>(values: T): Partial<T> {
  const defined: Partial<T> = {};
  for (const key in values) if (values[key] !== undefined) defined[key] = values[key];
  return defined;
}
