import { z } from 'zod';
import type { CanaryRun } from '@/lib/canary/run';

const maybeText = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined);
const maybeNumber = z
  .number()
  .nullable()
  .transform((value) => value ?? undefined);

const rowSchema = z.object({
  id: z.string(),
  canary: z.string(),
  started: z.number(),
  completed: maybeNumber,
  state: z.enum(['RUNNING', 'PASSED', 'FAILED']),
  state_reason: maybeText,
  state_reason_code: maybeText,
  test_result: maybeText,
  scheduled_run_id: maybeText,
  retry_attempt: maybeNumber,
  metric_timestamp: maybeNumber,
  dry_run_id: maybeText,
  browser_type: maybeText,
  location: maybeText,
});

/** Converts a row of the table of runs. A running run has no outcome yet. */
export function toRun(value: unknown): CanaryRun {
  const row = rowSchema.parse(value);
  const outcome =
    row.state === 'RUNNING'
      ? {}
      : {
          completed: row.completed,
          stateReason: row.state_reason,
          stateReasonCode: row.state_reason_code,
          testResult: row.test_result,
        };
  return {
    id: row.id,
    name: row.canary,
    state: row.state,
    started: row.started,
    ...outcome,
    scheduledRunId: row.scheduled_run_id,
    retryAttempt: row.retry_attempt,
    metricTimestamp: row.metric_timestamp,
    dryRunId: row.dry_run_id,
    browserType: row.browser_type,
    location: row.location,
  };
}
