import { z } from 'zod';
import { AGGREGATION_STATUSES } from '@/lib/farm/session-statistics';
import { fleetId, jobId, queueId } from '../wire/inputs';
import { instant, nextToken } from '../wire/output';
import { USAGE_TYPES } from './session-records';

const stats = z.strictObject({
  min: z.number().optional(),
  max: z.number().optional(),
  avg: z.number().optional(),
  sum: z.number().optional(),
});

const row = z.strictObject({
  queueId: queueId.optional(),
  fleetId: fleetId.optional(),
  jobId: jobId.optional(),
  jobName: z.string().min(1).max(512).optional(),
  userId: z.string().optional(),
  usageType: z.enum(USAGE_TYPES).optional(),
  licenseProduct: z.string().optional(),
  instanceType: z.string().min(1).max(100).optional(),
  count: z.number().int(),
  costInUsd: stats,
  runtimeInSeconds: stats,
  aggregationStartTime: instant.optional(),
  aggregationEndTime: instant.optional(),
});

/** The response of GetSessionsStatisticsAggregation. */
export const statisticsPage = z.strictObject({
  statistics: z.array(row).optional(),
  status: z.enum(AGGREGATION_STATUSES),
  statusMessage: z.string().optional(),
  nextToken,
});
