import { z } from 'zod';
import type { CanaryRun } from '@/lib/canary/run';
import { optional, optionalText, wireEpochSeconds } from '../aws/wire';

/** A run of CloudWatch Synthetics' answers, as a domain CanaryRun. */
export const wireRun = z
  .object({
    Id: z.string().min(1),
    ScheduledRunId: optionalText,
    RetryAttempt: optional(z.number().int().min(0)),
    Name: z.string().min(1),
    Status: z.object({
      State: z.enum(['RUNNING', 'PASSED', 'FAILED']),
      StateReason: optionalText,
      StateReasonCode: optionalText,
      TestResult: optionalText,
    }),
    Timeline: z.object({
      Started: wireEpochSeconds,
      Completed: optional(wireEpochSeconds),
      MetricTimestampForRunAndRetries: optional(wireEpochSeconds),
    }),
    ArtifactS3Location: optionalText,
    DryRunConfig: optional(z.object({ DryRunId: optionalText })),
    BrowserType: optionalText,
    Location: optionalText,
  })
  .transform(
    (run): CanaryRun => ({
      id: run.Id,
      scheduledRunId: run.ScheduledRunId,
      retryAttempt: run.RetryAttempt || undefined,
      name: run.Name,
      state: run.Status.State,
      stateReason: run.Status.StateReason,
      stateReasonCode: run.Status.StateReasonCode,
      testResult: run.Status.TestResult,
      started: run.Timeline.Started,
      completed: run.Timeline.Completed,
      metricTimestamp: run.Timeline.MetricTimestampForRunAndRetries,
      artifactLocation: run.ArtifactS3Location,
      dryRunId: run.DryRunConfig?.DryRunId,
      browserType: run.BrowserType,
      location: run.Location,
    }),
  );
