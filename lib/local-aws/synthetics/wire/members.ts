import type { CanaryRun } from '@/lib/canary/run';
import type { CanaryDefinition, DryRun } from '../canary-definition';

/** The wire's CanaryRun. Timestamps are epoch seconds. */
export function toWireRun(run: CanaryRun): object {
  return {
    Id: run.id,
    ScheduledRunId: run.scheduledRunId,
    RetryAttempt: run.retryAttempt,
    Name: run.name,
    Status: {
      State: run.state,
      StateReason: run.stateReason,
      StateReasonCode: run.stateReasonCode,
      TestResult: run.testResult,
    },
    Timeline: {
      Started: seconds(run.started),
      Completed: seconds(run.completed),
      MetricTimestampForRunAndRetries: seconds(run.metricTimestamp),
    },
    ArtifactS3Location: run.artifactLocation,
    DryRunConfig: run.dryRunId && { DryRunId: run.dryRunId },
    BrowserType: run.browserType,
    Location: run.location,
  };
}

/** The wire's Canary as of `now`. */
export function toWireCanary(canary: CanaryDefinition, now: number, dryRun: DryRun | undefined): object {
  const { state, lastStarted, lastStopped } = canary.activity(now);
  return {
    Id: canary.id,
    Name: canary.name,
    Code: { Handler: canary.handler },
    ExecutionRoleArn: canary.executionRoleArn,
    Schedule: {
      Expression: canary.schedule,
      DurationInSeconds: 0,
      RetryConfig: { MaxRetries: canary.maxRetries },
    },
    RunConfig: { TimeoutInSeconds: canary.timeoutSeconds, MemoryInMB: 1024, ActiveTracing: false },
    SuccessRetentionPeriodInDays: canary.successRetentionDays,
    FailureRetentionPeriodInDays: canary.failureRetentionDays,
    Status: { State: state },
    Timeline: {
      Created: seconds(canary.created),
      LastModified: seconds(canary.modified ?? canary.created),
      LastStarted: seconds(lastStarted),
      LastStopped: seconds(lastStopped),
    },
    ArtifactS3Location: canary.artifactLocation,
    RuntimeVersion: canary.runtimeVersion,
    BrowserConfigs: canary.browsers?.map((BrowserType) => ({ BrowserType })),
    MultiLocationConfig: canary.location && {
      LocationType: 'Primary',
      PrimaryLocation: canary.location,
      Replicas: canary.replicas?.map((Location) => ({
        Location,
        ReplicationStatus: { State: 'InSync' },
        CanaryState: state,
        LastModified: seconds(canary.modified ?? canary.created),
      })),
      ReplicationState: 'InSync',
    },
    Tags: Object.keys(canary.tags).length > 0 ? canary.tags : undefined,
    DryRunConfig: dryRun && { DryRunId: dryRun.dryRunId, LastDryRunExecutionStatus: dryRun.state },
  };
}

function seconds(instant: number | undefined): number | undefined {
  return instant === undefined ? undefined : instant / 1000;
}
