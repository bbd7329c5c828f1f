import { z } from 'zod';
import type { Canary } from '@/lib/canary/run';
import { optional, optionalText, wireEpochSeconds } from '../aws/wire';
import { wireLocations } from './wire-locations';

const whole = optional(z.number().int().min(0));
const time = optional(wireEpochSeconds);

/** A canary of CloudWatch Synthetics' answers, as a domain Canary. */
export const wireCanary = z
  .object({
    Id: optionalText,
    Name: z.string().min(1),
    Status: optional(z.object({ State: optionalText, StateReason: optionalText })),
    Schedule: optional(
      z.object({ Expression: optionalText, RetryConfig: optional(z.object({ MaxRetries: whole })) }),
    ),
    RunConfig: optional(z.object({ TimeoutInSeconds: whole })),
    SuccessRetentionPeriodInDays: whole,
    FailureRetentionPeriodInDays: whole,
    RuntimeVersion: optionalText,
    Tags: optional(z.record(z.string(), z.string())),
    Timeline: optional(z.object({ Created: time, LastModified: time, LastStarted: time, LastStopped: time })),
    DryRunConfig: optional(z.object({ DryRunId: optionalText })),
    BrowserConfigs: optional(z.array(z.object({ BrowserType: optionalText }))),
    MultiLocationConfig: optional(wireLocations),
  })
  .transform(
    (canary): Canary => ({
      id: canary.Id,
      name: canary.Name,
      state: canary.Status?.State ?? 'UNKNOWN',
      stateReason: canary.Status?.StateReason,
      schedule: canary.Schedule?.Expression,
      maxRetries: canary.Schedule?.RetryConfig?.MaxRetries,
      timeoutSeconds: canary.RunConfig?.TimeoutInSeconds,
      successRetentionDays: canary.SuccessRetentionPeriodInDays,
      failureRetentionDays: canary.FailureRetentionPeriodInDays,
      runtimeVersion: canary.RuntimeVersion,
      tags: canary.Tags ?? {},
      created: canary.Timeline?.Created,
      modified: canary.Timeline?.LastModified,
      lastStarted: canary.Timeline?.LastStarted,
      lastStopped: canary.Timeline?.LastStopped,
      dryRunId: canary.DryRunConfig?.DryRunId,
      browserTypes: canary.BrowserConfigs?.flatMap(({ BrowserType }) => BrowserType ?? []),
      locations: canary.MultiLocationConfig,
    }),
  );
