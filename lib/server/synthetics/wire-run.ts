import { z } from 'zod';
import type { CanaryRun } from '@/lib/canary/run';
import { optional, wireEpochSeconds } from '../aws/wire';

const text = optional(z.string());

/** A run of CloudWatch Synthetics' answers, as a domain CanaryRun. Empty strings count as absent. */
export const wireRun = z
  .object({
    Id: z.string().min(1),
    ScheduledRunId: text,
    RetryAttempt: optional(z.number().int().min(0)),
    Name: z.string().min(1),
    Status: z.object({
      State: z.enum(['RUNNING', 'PASSED', 'FAILED']),
      StateReason: text,
      StateReasonCode: text,
      TestResult: text,
    }),
    Timeline: z.object({
      Started: wireEpochSeconds,
      Completed: optional(wireEpochSeconds),
      MetricTimestampForRunAndRetries: optional(wireEpochSeconds),
    }),
    ArtifactS3Location: text,
    DryRunConfig: optional(z.object({ DryRunId: text })),
    BrowserType: text,
    Location: text,
  })
  .transform(
    (run): CanaryRun => ({
      id: run.Id,
      scheduledRunId: run.ScheduledRunId,
      retryAttempt: run.RetryAttempt || undefined,
      name: run.Name,
      state: run.Status.State,
      stateReason: run.Status.StateReason || undefined,
      stateReasonCode: run.Status.StateReasonCode || undefined,
      testResult: run.Status.TestResult || undefined,
      started: run.Timeline.Started,
      completed: run.Timeline.Completed,
      metricTimestamp: run.Timeline.MetricTimestampForRunAndRetries,
      artifactLocation: run.ArtifactS3Location,
      dryRunId: run.DryRunConfig?.DryRunId,
      browserType: run.BrowserType,
      location: run.Location,
    }),
  );
