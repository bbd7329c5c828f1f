import type { CanaryRun, RunState } from '@/lib/canary/run';
import { DAY, HOUR } from '@/lib/time/duration';
import type { DryRun } from '../../synthetics/canary-definition';
import { stableId } from '../../synthetics/stable-id';
import { hash, Random } from '../random';
import { attemptsOf } from './attempts';
import type { SampleCanary } from './sample-canary';

const INTERVAL_DAYS = 9;
/** Ends before the evening, so that a dry run and its retries end on the UTC day on which it started. */
const FIRST_HOUR = 9;
const HOURS = 8;

/** Whether the canary has a dry run on a UTC day: every ninth day. */
export function hasDryRun({ canary }: SampleCanary, day: number): boolean {
  return (day + (hash(canary.name) >>> 0)) % INTERVAL_DAYS === 0;
}

/** The runs of a day's dry run; most days have none. */
export function dryRunsOfDay(sample: SampleCanary, day: number): CanaryRun[] {
  if (!hasDryRun(sample, day)) return [];
  const { name, browsers = [undefined] } = sample.canary;
  const at = day * DAY + FIRST_HOUR * HOUR + new Random('canary-dry-run', name, day).below(HOURS * HOUR);
  const dryRunId = stableId('dry-run', name, day);
  return browsers.flatMap((browserType) => attemptsOf(sample, { at, browserType, dryRunId }, []));
}

/** The newest dry run that started by `now` and hasn't expired, or the requested one. */
export function sampleDryRun(sample: SampleCanary, now: number, dryRunId?: string): DryRun | undefined {
  const today = Math.floor(now / DAY);
  for (let day = today; day >= today - sample.canary.failureRetentionDays; day--) {
    const runs = dryRunsOfDay(sample, day).filter(({ started }) => started <= now);
    const first = runs[0];
    if (!first?.dryRunId || (dryRunId !== undefined && first.dryRunId !== dryRunId)) continue;
    const state = stateOf(runs, now);
    const { successRetentionDays, failureRetentionDays } = sample.canary;
    const retentionDays = state === 'PASSED' ? successRetentionDays : failureRetentionDays;
    if (first.started >= now - retentionDays * DAY) return { dryRunId: first.dryRunId, state };
  }
  return undefined;
}

/** State of a dry run. It has failed when the last attempt in any browser has. */
function stateOf(runs: readonly CanaryRun[], now: number): RunState {
  if (runs.some(({ completed = 0 }) => completed > now)) return 'RUNNING';
  const last = runs.filter((run, i) => runs[i + 1]?.scheduledRunId !== run.scheduledRunId);
  return last.some(({ state }) => state === 'FAILED') ? 'FAILED' : 'PASSED';
}
