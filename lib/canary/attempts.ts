import { SECOND } from '@/lib/time/duration';
import type { CanaryRun } from './run';
import { isNewer } from './run-set';

/** The outcome of a scheduled run, retries included. `retried`: passed, but only after a retry. */
export type Outcome = 'passed' | 'retried' | 'failed' | 'running';

export const WORST_FIRST: readonly Outcome[] = ['failed', 'retried', 'running', 'passed'];

/**
 * Runs that start within this time were scheduled together: a canary with several browsers or locations starts a run with
 * a different scheduled run id for each. AWS documents no bound; the shortest rate is a minute.
 */
export const SIMULTANEOUS_MS = 30 * SECOND;

/** A first attempt and its retries. */
export type ScheduledRun = {
  id: string;
  /** Oldest first, never empty. The first attempt is missing if it was not loaded. */
  attempts: [CanaryRun, ...CanaryRun[]];
  outcome: Outcome;
  /** Start of the first loaded attempt, epoch milliseconds. */
  started: number;
};

/**
 * Groups runs and their retries by scheduled run, newest first, whatever their order. A run without a scheduled run id forms its own
 * group, and so do runs in other browsers and locations. Duplicates count once: pages shift when a run starts between two requests.
 */
export function scheduledRuns(runs: readonly CanaryRun[]): readonly ScheduledRun[] {
  const known = grouped.get(runs);
  if (known) return known;
  const scheduled = groupRuns(runs);
  grouped.set(runs, scheduled);
  return scheduled;
}

/** Several figures of a page group the same list, which can have 200,000 runs. */
const grouped = new WeakMap<readonly CanaryRun[], readonly ScheduledRun[]>();

type Attempts = ScheduledRun['attempts'];

function groupRuns(runs: readonly CanaryRun[]): ScheduledRun[] {
  const groups: Attempts[] = [];
  const byId = new Map<string, Attempts>();
  /** Of ids that several browsers or locations share. */
  const elsewhere = new Map<string, Attempts>();
  for (const run of runs) {
    const id = scheduledId(run);
    let [found, key, among] = [byId.get(id), id, byId];
    if (found && !isInSamePlace(found[0], run)) {
      key = `${id} ${run.browserType} ${run.location}`;
      among = elsewhere;
      found = elsewhere.get(key);
    }
    if (found) addAttempt(found, run);
    else {
      const attempts: Attempts = [run];
      among.set(key, attempts);
      groups.push(attempts);
    }
  }
  return groups
    .map((attempts) => {
      if (attempts.length > 1) attempts.sort(byAttempt);
      const [first] = attempts;
      return { id: scheduledId(first), attempts, outcome: outcomeOf(attempts), started: first.started };
    })
    .sort((a, b) => b.started - a.started || compareIds(a.attempts[0], b.attempts[0]));
}

const isInSamePlace = (a: CanaryRun, b: CanaryRun) =>
  a.browserType === b.browserType && a.location === b.location;

/** Adds an attempt, or a newer state of one that is known. */
function addAttempt(attempts: Attempts, run: CanaryRun): void {
  const at = attempts.findIndex(({ id }) => id === run.id);
  if (at === -1) attempts.push(run);
  else if (isNewer(run, attempts[at] as CanaryRun)) attempts[at] = run;
}

/** The first attempt of each retry, by the retry's id, as far as it is among the runs. */
export function firstAttempts(runs: readonly CanaryRun[]): ReadonlyMap<string, CanaryRun> {
  const found = new Map<string, CanaryRun>();
  for (const { attempts } of scheduledRuns(runs)) {
    const [first, ...retries] = attempts;
    if (attemptNumber(first) > 0) continue;
    for (const { id } of retries) found.set(id, first);
  }
  return found;
}

const scheduledId = ({ scheduledRunId, id }: CanaryRun) => scheduledRunId ?? id;

const compareIds = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const OUTCOME_OF_STATE = { PASSED: 'passed', FAILED: 'failed', RUNNING: 'running' } as const;

/** The outcome of one attempt, without its retries. */
export const attemptOutcome = ({ state }: Pick<CanaryRun, 'state'>): Outcome => OUTCOME_OF_STATE[state];

const attemptNumber = (run: CanaryRun) => run.retryAttempt ?? 0;

const byAttempt = (a: CanaryRun, b: CanaryRun) =>
  attemptNumber(a) - attemptNumber(b) || a.started - b.started || compareIds(a, b);

function outcomeOf(attempts: [CanaryRun, ...CanaryRun[]]): Outcome {
  const last = attempts.at(-1) ?? attempts[0];
  const isRetried = attemptNumber(last) > 0 || attempts.length > 1;
  return last.state === 'PASSED' && isRetried ? 'retried' : attemptOutcome(last);
}
