import { DAY } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { scheduledRuns } from './attempts';
import type { Canary, CanaryRun } from './run';

export type Availability = {
  /** Scheduled runs that finally passed, over those that finished: 0–1. Absent when none finished. */
  share: number | undefined;
  passed: number;
  finished: number;
  /** The part of the span that this is said over. Empty (from = to) when nothing of it can be told. */
  over: Span;
};

/**
 * The share of the scheduled runs started in a span that finally passed; those still running don't count.
 * `knownFrom` (epoch milliseconds) is the start of what is loaded and kept whole: nothing is said before it.
 */
export function availability(
  runs: readonly CanaryRun[],
  span: Span,
  knownFrom: number = Number.NEGATIVE_INFINITY,
): Availability {
  const over = { from: Math.min(Math.max(span.from, knownFrom), span.to), to: span.to };
  let passed = 0;
  let finished = 0;
  for (const { started, outcome } of scheduledRuns(runs)) {
    if (started < over.from || started >= over.to || outcome === 'running') continue;
    finished += 1;
    if (outcome !== 'failed') passed += 1;
  }
  return { share: finished === 0 ? undefined : passed / finished, passed, finished, over };
}

type Retention = Pick<Canary, 'successRetentionDays' | 'failureRetentionDays'>;

/** AWS's own default of both retentions. */
const DEFAULT_RETENTION_DAYS = 31;

/** Days for which AWS keeps passed and failed runs of a canary. */
export const retentionDays = (canary: Retention) => ({
  passed: canary.successRetentionDays ?? DEFAULT_RETENTION_DAYS,
  failed: canary.failureRetentionDays ?? DEFAULT_RETENTION_DAYS,
});

/** Since when runs of both kinds are kept: before it one kind or both are gone, and no availability can be told. */
export function completeFrom(canary: Retention, now: number): number {
  const { passed, failed } = retentionDays(canary);
  return now - Math.min(passed, failed) * DAY;
}

/** Since when AWS keeps any runs: before it none are left. Epoch milliseconds. */
export function retainedFrom(canary: Retention, now: number): number {
  const { passed, failed } = retentionDays(canary);
  return now - Math.max(passed, failed) * DAY;
}

/** A share as `99.82 %`, rounded down so that only a full one reads 100 %. */
export function formatAvailability(share: number): string {
  const percent = Math.floor(share * 10_000 + 1e-6) / 100;
  return `${Number.isInteger(percent) ? percent : percent.toFixed(2)} %`;
}
