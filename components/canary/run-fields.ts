import { attemptLabel, browserName, reasonCodeText, testResultText } from '@/lib/canary/labels';
import type { CanaryRun } from '@/lib/canary/run';
import { formatInstant } from '@/lib/time/format';
import { durationWords } from './run-tooltip';

/** One member of a run for reading: its name, its value, what it means. */
export type RunField = { name: string; value: string; explained?: string; mono?: true; copy?: true };

type Optional = Omit<RunField, 'value'> & { value: string | undefined };

/** All that is known of a run, in the order of reading; members that AWS left out are left out. */
export function runFields(run: CanaryRun, zone: string, now: number): RunField[] {
  const at = (instant: number | undefined) =>
    instant === undefined ? undefined : formatInstant(instant, zone, 'second');
  const members: Optional[] = [
    { name: 'Reason', value: run.stateReason },
    {
      name: 'Reason code',
      value: run.stateReasonCode,
      explained: run.stateReasonCode && reasonCodeText(run.stateReasonCode),
      mono: true,
    },
    { name: 'Test result', value: run.testResult && testResultText(run.testResult) },
    { name: 'Attempt', value: attemptLabel(run) },
    { name: 'Started', value: at(run.started) },
    { name: 'Completed', value: at(run.completed) ?? 'Not yet' },
    { name: 'Duration', value: durationWords(run, now) },
    {
      name: 'Metric timestamp',
      value: at(run.metricTimestamp),
      explained: 'Where CloudWatch counts this run and its retries.',
    },
    { name: 'Browser', value: browserName(run.browserType) },
    { name: 'Location', value: run.location },
    { name: 'Artifacts', value: run.artifactLocation, mono: true, copy: true },
    { name: 'Run id', value: run.id, mono: true, copy: true },
    { name: 'Scheduled run id', value: run.scheduledRunId, mono: true, copy: true },
    { name: 'Dry run id', value: run.dryRunId, mono: true, copy: true },
  ];
  return members.flatMap(({ value, ...member }) => (value ? [{ ...member, value }] : []));
}
