import { durationText } from '@/lib/canary/durations';
import { attemptLabel, browserName, testResultText } from '@/lib/canary/labels';
import type { RunLimits } from '@/lib/canary/no-end';
import type { CanaryRun } from '@/lib/canary/run';
import { formatInstant } from '@/lib/time/format';

/** A labelled value of a run, with its meaning. */
export type RunField = { name: string; value: string; explanation?: string; mono?: true; copy?: true };

type Optional = Omit<RunField, 'value'> & { value: string | undefined };

/** The details of a run besides its reason and artifacts, in reading order, without the ones that AWS omits. */
export function runFields(run: CanaryRun, zone: string, now: number, limits: RunLimits): RunField[] {
  const at = (instant: number | undefined) =>
    instant === undefined ? undefined : formatInstant(instant, zone, 'second');
  const fields: Optional[] = [
    { name: 'Test result', value: run.testResult && testResultText(run.testResult) },
    { name: 'Attempt', value: attemptLabel(run) },
    { name: 'Started', value: at(run.started) },
    { name: 'Completed', value: at(run.completed) ?? (run.state === 'RUNNING' ? 'Not yet' : 'Unknown') },
    { name: 'Duration', value: durationText(run, now, limits) },
    {
      name: 'Metric timestamp',
      value: at(run.metricTimestamp),
      explanation: 'The time at which CloudWatch counts this run and its retries.',
    },
    { name: 'Browser', value: browserName(run.browserType) },
    { name: 'Location', value: run.location },
    { name: 'Run id', value: run.id, mono: true, copy: true },
    { name: 'Scheduled run id', value: run.scheduledRunId, mono: true, copy: true },
    { name: 'Dry run id', value: run.dryRunId, mono: true, copy: true },
  ];
  return fields.flatMap(({ value, ...member }) => (value ? [{ ...member, value }] : []));
}
