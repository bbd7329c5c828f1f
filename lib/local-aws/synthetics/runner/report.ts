import type { CanaryRun } from '@/lib/canary/run';
import type { Visit } from './visit';

/** Content of SyntheticsReport-PASSED.json and -FAILED.json. AWS documents only the files' names [?]. */
export function toReport(run: CanaryRun & { completed: number }, visits: readonly Visit[]): object {
  return {
    canaryName: run.name,
    runId: run.id,
    scheduledRunId: run.scheduledRunId,
    retryAttempt: run.retryAttempt,
    dryRunId: run.dryRunId,
    browserType: run.browserType,
    startTime: iso(run.started),
    endTime: iso(run.completed),
    executionStatus: run.state,
    failureReason: run.stateReason,
    steps: visits.map(({ step, started, ended, failure, exchanges }) => ({
      stepName: step.name,
      startTime: iso(started),
      endTime: iso(ended),
      status: failure === undefined ? 'PASSED' : 'FAILED',
      failureReason: failure,
      responseStatus: exchanges.at(-1)?.status,
    })),
  };
}

const iso = (instant: number) => new Date(instant).toISOString();
