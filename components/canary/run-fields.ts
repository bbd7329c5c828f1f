import { attemptWords, browserWords, reasonCodeWords, testResultWords } from '@/lib/canary/labels';
import type { CanaryRun } from '@/lib/canary/run';
import { formatInstant } from '@/lib/time/format';
import { durationWords } from './run-tooltip';

/** One member of a run for reading: its name, its value, what it means. */
export type RunMember = { name: string; value: string; explained?: string; mono?: true; copy?: true };

type Optional = Omit<RunMember, 'value'> & { value: string | undefined };

/** All that is known of a run, in the order of reading; members that AWS left out are left out. */
export function runMembers(run: CanaryRun, zone: string, now: number): RunMember[] {
  const at = (instant: number | undefined) =>
    instant === undefined ? undefined : formatInstant(instant, zone, 'second');
  const members: Optional[] = [
    { name: 'Reason', value: run.stateReason },
    {
      name: 'Reason code',
      value: run.stateReasonCode,
      explained: run.stateReasonCode && reasonCodeWords(run.stateReasonCode),
      mono: true,
    },
    { name: 'Test result', value: run.testResult && testResultWords(run.testResult) },
    { name: 'Attempt', value: attemptWords(run) },
    { name: 'Started', value: at(run.started) },
    { name: 'Completed', value: at(run.completed) ?? 'Not yet' },
    { name: 'Duration', value: durationWords(run, now) },
    {
      name: 'Metric timestamp',
      value: at(run.metricTimestamp),
      explained: 'Where CloudWatch counts this run and its retries.',
    },
    { name: 'Browser', value: browserWords(run.browserType) },
    { name: 'Location', value: run.location },
    { name: 'Artifacts', value: run.artifactLocation, mono: true, copy: true },
    { name: 'Run id', value: run.id, mono: true, copy: true },
    { name: 'Scheduled run id', value: run.scheduledRunId, mono: true, copy: true },
    { name: 'Dry run id', value: run.dryRunId, mono: true, copy: true },
  ];
  return members.flatMap(({ value, ...member }) => (value ? [{ ...member, value }] : []));
}
