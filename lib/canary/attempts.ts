import { SECOND } from '@/lib/time/duration';
import type { CanaryRun } from './run';

/** How a scheduled run ended, its retries included. `retried` is passed, but only after a retry. */
export type Outcome = 'passed' | 'retried' | 'failed' | 'running';

export const WORST_FIRST: readonly Outcome[] = ['failed', 'retried', 'running', 'passed'];

/**
 * Runs that begin within this time belong to one time of the schedule: a canary with several browsers or
 * locations has a run, with a scheduled run id of its own, for each. The bound is ours; rates go from a minute.
 */
export const SIMULTANEOUS_MS = 30 * SECOND;

/** What the schedule asked for once: a first attempt and the retries that followed it. */
export type ScheduledRun = {
  id: string;
  /** Oldest first, never empty. The first attempt is absent when it was not loaded. */
  attempts: [CanaryRun, ...CanaryRun[]];
  outcome: Outcome;
  /** Of the first attempt there is, epoch milliseconds. */
  started: number;
};

/**
 * Runs and their retries by the scheduled run they belong to, newest first. A run that names no scheduled
 * run stands alone; one that came twice (pages shift when a run starts between two requests) counts once.
 */
export function scheduledRuns(runs: readonly CanaryRun[]): ScheduledRun[] {
  const attemptsOf = new Map<string, [CanaryRun, ...CanaryRun[]]>();
  for (const run of uniqueRuns(runs)) {
    const id = run.scheduledRunId ?? run.id;
    const attempts = attemptsOf.get(id);
    if (attempts) attempts.push(run);
    else attemptsOf.set(id, [run]);
  }
  return [...attemptsOf]
    .map(([id, attempts]) => {
      attempts.sort(byAttempt);
      return { id, attempts, outcome: outcomeOf(attempts), started: attempts[0].started };
    })
    .sort((a, b) => b.started - a.started);
}

/** The runs in their order, each id once; of two states of a run the one seen first, which is the newer. */
function uniqueRuns(runs: readonly CanaryRun[]): CanaryRun[] {
  const byId = new Map<string, CanaryRun>();
  for (const run of runs) if (!byId.has(run.id)) byId.set(run.id, run);
  return [...byId.values()];
}

const attemptNumber = (run: CanaryRun) => run.retryAttempt ?? 0;

const byAttempt = (a: CanaryRun, b: CanaryRun) =>
  attemptNumber(a) - attemptNumber(b) || a.started - b.started;

function outcomeOf(attempts: [CanaryRun, ...CanaryRun[]]): Outcome {
  const last = attempts.at(-1) ?? attempts[0];
  switch (last.state) {
    case 'RUNNING':
      return 'running';
    case 'FAILED':
      return 'failed';
    case 'PASSED':
      return attemptNumber(last) > 0 || attempts.length > 1 ? 'retried' : 'passed';
  }
}
