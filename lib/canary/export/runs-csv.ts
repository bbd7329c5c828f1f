import { csvRecord } from '@/lib/download/csv';
import { isoAt } from '@/lib/time/iso-at';
import { durationMs } from '../durations';
import { attemptLabel } from '../labels';
import type { CanaryRun } from '../run';

const HEADINGS = [
  ...['Started', 'Completed', 'Duration, ms', 'State', 'Test result', 'Reason code', 'Reason', 'Attempt'],
  ...['Browser', 'Location', 'Metric timestamp', 'Run id', 'Scheduled run id', 'Dry run id', 'Artifacts'],
];

/** Runs as records of a CSV file, in their order, with every member that AWS sends. Times have the offset of the zone. */
export function* runsCsv(runs: readonly CanaryRun[], zone: string): Generator<string> {
  const at = (instant: number | undefined) => (instant === undefined ? undefined : isoAt(instant, zone));
  yield csvRecord(HEADINGS);
  for (const run of runs) {
    yield csvRecord([
      ...[
        at(run.started),
        at(run.completed),
        durationMs(run),
        run.state,
        run.testResult,
        run.stateReasonCode,
      ],
      ...[run.stateReason, attemptLabel(run), run.browserType, run.location, at(run.metricTimestamp)],
      ...[run.id, run.scheduledRunId, run.dryRunId, run.artifactLocation],
    ]);
  }
}
