import { formatPercent } from '@/lib/answer/rounded-percent';
import { DAY } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { type ScheduledRun, scheduledRuns } from './attempts';
import type { Canary, CanaryRun } from './run';
import { startedBefore } from './started-before';
import { startedIn } from './started-in';

export type Availability = {
  /** Scheduled runs that finally passed divided by those that finished, 0–1; undefined if none finished. */
  share: number | undefined;
  passed: number;
  finished: number;
  /** The part of the span that is measured; empty (from = to) if nothing is known of it. */
  coverage: Span;
};

/**
 * The share of the scheduled runs started in a span that finally passed. Running ones don't count, nor does anything before
 * `knownFrom` (epoch milliseconds), the instant from which all runs are loaded and retained.
 */
export function availability(
  runs: readonly CanaryRun[],
  span: Span,
  knownFrom: number = Number.NEGATIVE_INFINITY,
): Availability {
  return availabilityOf(scheduledRuns(runs), span, knownFrom);
}

/** The same for runs that are grouped already. */
export function availabilityOf(
  scheduled: readonly ScheduledRun[],
  span: Span,
  knownFrom: number,
): Availability {
  const counted = countedRuns(scheduled, span, knownFrom);
  return { ...passedShare(counted), coverage: coverageOf(span, knownFrom) };
}

/** The share of finished scheduled runs that passed. */
export function passedShare(finishedRuns: readonly ScheduledRun[]): Omit<Availability, 'coverage'> {
  const finished = finishedRuns.length;
  const passed = finishedRuns.filter(({ outcome }) => outcome !== 'failed').length;
  return { share: finished === 0 ? undefined : passed / finished, passed, finished };
}

/** The part of a span of which all runs are loaded and kept. */
const coverageOf = (span: Span, knownFrom: number): Span => ({
  from: Math.min(Math.max(span.from, knownFrom), span.to),
  to: span.to,
});

/**
 * The finished scheduled runs that figures of a span count. Of earlier ones than `knownFrom` only those that failed, or that passed,
 * may be known.
 */
export function countedRuns(
  scheduled: readonly ScheduledRun[],
  span: Span,
  knownFrom: number,
): ScheduledRun[] {
  const isCovered = startedIn(coverageOf(span, knownFrom));
  return scheduled.filter(
    (run) => isCovered(run) && run.outcome !== 'running' && !startedBefore(run, knownFrom),
  );
}

type Retention = Pick<Canary, 'successRetentionDays' | 'failureRetentionDays'>;

/** AWS's default for both. */
const DEFAULT_RETENTION_DAYS = 31;

/** Days for which AWS keeps a canary's passed and failed runs. */
export const retentionDays = (canary: Retention) => ({
  passed: canary.successRetentionDays ?? DEFAULT_RETENTION_DAYS,
  failed: canary.failureRetentionDays ?? DEFAULT_RETENTION_DAYS,
});

/** The instant from which AWS keeps both passed and failed runs; before it availability is unknown. Epoch milliseconds. */
export function completeFrom(canary: Retention, now: number): number {
  const { passed, failed } = retentionDays(canary);
  return now - Math.min(passed, failed) * DAY;
}

/** The instant from which AWS keeps any runs, epoch milliseconds. */
export function retainedFrom(canary: Retention, now: number): number {
  const { passed, failed } = retentionDays(canary);
  return now - Math.max(passed, failed) * DAY;
}

/** A share as `99.82 %`. */
export const formatAvailability = (share: number): string => formatPercent(share, 2);
