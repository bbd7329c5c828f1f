import { formatDuration } from '@/lib/time/duration';
import { hasNoKnownEnd, type RunLimits } from './no-end';
import type { CanaryRun } from './run';

type Times = Pick<CanaryRun, 'started' | 'completed'>;
type Timed = Times & Pick<CanaryRun, 'state'>;

/** Duration of a run in milliseconds; undefined while it is running, and for one that AWS says ended before it began. */
export const durationMs = ({ started, completed }: Times): number | undefined =>
  completed === undefined || completed < started ? undefined : completed - started;

/** Duration of a run, up to `now` while it is running, milliseconds; undefined if it is unknown or has no known end. */
export function elapsedMs(run: Timed, now: number, limits: RunLimits = {}): number | undefined {
  if (run.state !== 'RUNNING') return durationMs(run);
  return hasNoKnownEnd(run, limits, now) ? undefined : Math.max(0, now - run.started);
}

/** `12 s`, `for 12 s so far` while running, or `unknown`: AWS can leave out when a run ended. */
export function durationText(run: Timed, now: number, limits: RunLimits = {}): string {
  const elapsed = elapsedMs(run, now, limits);
  if (elapsed === undefined) return run.state === 'RUNNING' ? 'no end known' : 'unknown';
  return run.state === 'RUNNING' ? `for ${formatDuration(elapsed)} so far` : formatDuration(elapsed);
}

/** The nearest-rank percentile (0–100); undefined without values. */
export const percentile = (values: readonly number[], percent: number) =>
  percentileOfAscending(ascendingOf(values), percent);

/** Sorts numbers in columns, which takes a tenth of the time of an array's sort with a comparison. */
export const ascendingOf = (values: ArrayLike<number>): Float64Array => new Float64Array(values).sort();

/** The nearest-rank percentile of sorted values. */
export function percentileOfAscending(ascending: Float64Array, percent: number): number | undefined {
  const rank = Math.ceil((percent / 100) * ascending.length);
  return ascending[Math.max(1, rank) - 1];
}

/** Percentiles are absent if no duration is known. */
export type Durations = { p50?: number; p95?: number; p99?: number; count: number };

/** Median, 95th and 99th percentile of the known durations of finished attempts, milliseconds. */
export function durations(runs: readonly CanaryRun[]): Durations {
  const ascending = ascendingOf(runs.map(durationMs).filter((ms) => ms !== undefined));
  const of = (percent: number) => percentileOfAscending(ascending, percent);
  const [p50, p95, p99] = [of(50), of(95), of(99)];
  if (p50 === undefined || p95 === undefined || p99 === undefined) return { count: 0 };
  return { p50, p95, p99, count: ascending.length };
}
