import type { CanaryRun } from './run';

/** Milliseconds a run took; undefined while it goes on. */
export const durationMs = (run: Pick<CanaryRun, 'started' | 'completed'>): number | undefined =>
  run.completed === undefined ? undefined : run.completed - run.started;

/** The nearest-rank percentile (0–100) of some values; undefined of none. */
export function percentile(values: readonly number[], percent: number): number | undefined {
  const ascending = [...values].sort((a, b) => a - b);
  const rank = Math.ceil((percent / 100) * ascending.length);
  return ascending[Math.max(1, rank) - 1];
}

export type Durations = { p50: number | undefined; p95: number | undefined; count: number };

/** Median and 95th percentile of the durations of all finished attempts, milliseconds. */
export function durations(runs: readonly CanaryRun[]): Durations {
  const values = runs.map(durationMs).filter((ms) => ms !== undefined);
  return { p50: percentile(values, 50), p95: percentile(values, 95), count: values.length };
}
