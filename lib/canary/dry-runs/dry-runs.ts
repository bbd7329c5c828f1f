import type { Span } from '@/lib/time/range';
import { type Outcome, scheduledRuns, WORST_FIRST } from '../attempts';
import { durationMs, percentile } from '../durations';
import type { LoadedRuns } from '../loaded';
import type { CanaryRun } from '../run';

/** The runs that one StartCanaryDryRun started: one in each browser. */
export type DryRun = {
  id: string;
  started: number;
  /** The worst of its runs. */
  outcome: Outcome;
  /** Newest first. */
  runs: CanaryRun[];
  /** Of the longest run, milliseconds; undefined while one is running or unknown. */
  durationMs?: number;
};

/** Runs by dry run, newest first. */
export function dryRunsOf(runs: readonly CanaryRun[]): DryRun[] {
  const byId = new Map<string, CanaryRun[]>();
  for (const run of runs) {
    if (run.dryRunId === undefined) continue;
    const known = byId.get(run.dryRunId);
    if (known) known.push(run);
    else byId.set(run.dryRunId, [run]);
  }
  return [...byId].map(([id, own]) => toDryRun(id, own)).sort((a, b) => b.started - a.started);
}

function toDryRun(id: string, runs: CanaryRun[]): DryRun {
  const outcomes = scheduledRuns(runs).map(({ outcome }) => outcome);
  const durations = runs.map(durationMs);
  const known = durations.filter((ms) => ms !== undefined);
  return {
    id,
    started: Math.min(...runs.map(({ started }) => started)),
    outcome: WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? 'running',
    runs,
    ...(known.length === durations.length && { durationMs: Math.max(...known) }),
  };
}

/** The number of runs with which a dry run is compared. */
export const COMPARED_RUNS = 50;

/** The newest finished scheduled runs before a dry run: how many passed, and their median duration. */
export type UsualRuns = { count: number; passed: number; p50?: number };

/** The runs of a range with which a dry run is compared. Undefined while the loaded ones are too few, and older ones are missing. */
export function usualRuns(loaded: LoadedRuns, before: number, span: Span): UsualRuns | undefined {
  const finished = scheduledRuns(loaded.runs)
    .filter(({ started, outcome }) => started < before && outcome !== 'running')
    .slice(0, COMPARED_RUNS);
  if (finished.length < COMPARED_RUNS && loaded.from > span.from) return undefined;
  const p50 = percentile(
    finished.flatMap(({ attempts }) => durationMs(attempts[0]) ?? []),
    50,
  );
  const passed = finished.filter(({ outcome }) => outcome !== 'failed').length;
  return { count: finished.length, passed, ...(p50 !== undefined && { p50 }) };
}
