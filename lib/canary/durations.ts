import { formatDuration } from '@/lib/time/duration';
import type { CanaryRun } from './run';

type Times = Pick<CanaryRun, 'started' | 'completed'>;

/** Duration of a run in milliseconds; undefined while it is running, and for one that AWS says ended before it began. */
export const durationMs = ({ started, completed }: Times): number | undefined =>
  completed === undefined || completed < started ? undefined : completed - started;

/** Duration of a run, up to `now` while it is running, milliseconds. */
export const elapsedMs = ({ started, completed }: Times, now: number) =>
  Math.max(0, (completed ?? now) - started);

/** `12 s`, or `for 12 s so far` while running. */
export function durationText(run: Times, now: number): string {
  const duration = formatDuration(elapsedMs(run, now));
  return run.completed === undefined ? `for ${duration} so far` : duration;
}

/** The nearest-rank percentile (0–100); undefined without values. */
export function percentile(values: readonly number[], percent: number): number | undefined {
  const ascending = [...values].sort((a, b) => a - b);
  const rank = Math.ceil((percent / 100) * ascending.length);
  return ascending[Math.max(1, rank) - 1];
}

export type Durations = { p50: number | undefined; p95: number | undefined; count: number };

/** Median and 95th percentile of the durations of finished attempts, milliseconds. */
export function durations(runs: readonly CanaryRun[]): Durations {
  const values = runs.map(durationMs).filter((ms) => ms !== undefined);
  return { p50: percentile(values, 50), p95: percentile(values, 95), count: values.length };
}
