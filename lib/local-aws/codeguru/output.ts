import { z } from 'zod';
import { aggregationPeriod, profilingGroupName, uuid } from './input';

/** Structures that several operations answer, exactly as on the wire. */
export const timestamp = z.iso.datetime();

export const groupDescription = z.strictObject({
  name: profilingGroupName,
  arn: z.string(),
  computePlatform: z.enum(['Default', 'AWSLambda']),
  createdAt: timestamp,
  updatedAt: timestamp,
  agentOrchestrationConfig: z.strictObject({ profilingEnabled: z.boolean() }),
  profilingStatus: z.strictObject({
    latestAgentOrchestratedAt: timestamp.optional(),
    latestAgentProfileReportedAt: timestamp.optional(),
    latestAggregatedProfile: z.strictObject({ start: timestamp, period: aggregationPeriod }).optional(),
  }),
  tags: z.record(z.string(), z.string()),
});

export const notificationConfiguration = z.strictObject({
  channels: z
    .array(
      z.strictObject({
        id: uuid,
        uri: z.string(),
        eventPublishers: z.array(z.literal('AnomalyDetection')).length(1),
      }),
    )
    .max(2),
});

export const policyOutput = z.strictObject({ policy: z.string(), revisionId: uuid });
