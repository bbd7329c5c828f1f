import { HOUR, MINUTE } from '@/lib/time/duration';
import { scheduledRuns } from '../attempts';
import type { CanaryHealth, HealthState, HealthStatus } from '../health/canary-health';
import { statusAt } from '../health/status-at';
import { HEALTH_LABELS } from '../health/status-text';
import { type NextRun, nextRun } from '../next-run';
import type { CanaryWithLastRun } from '../run';

/** A canary in the list, with what is known of it. */
export type CanaryRow = {
  canary: CanaryWithLastRun;
  groups: readonly string[];
  /** Absent until the canary's runs are read. */
  health: CanaryHealth | undefined;
  status: HealthStatus;
  /** `Last run passed` as long as the last run is all that is known. */
  label: string;
  /** Start of the newest known run, epoch milliseconds. */
  newest: number | undefined;
  /** Whether it is known that there is none. */
  hasNone: boolean;
  next: NextRun;
  /** The state of one of its browsers and locations, as it was read within an hour of the page's present. */
  lately: HealthState | undefined;
};

type Known = { health: CanaryHealth | undefined; groups: readonly string[]; hasLastRuns: boolean };

/** What was read longer before the page's present, or later, tells too little of it. */
const MAX_LATELY_MS = HOUR;

/** States of a canary without a run. */
const NO_RUNS: readonly HealthState[] = ['never ran', 'not created'];

/** A canary's state from its health, or until that is read from its last run, which is of one browser and location. */
export function canaryRow(canary: CanaryWithLastRun, { health, groups, hasLastRuns }: Known, now: number) {
  const { lastRun, lately } = canary;
  const status = health?.now ?? statusOfLastRun(canary, hasLastRuns, now);
  const newest = health
    ? health.newest
    : lastRun && isUntil(lastRun.started, now)
      ? lastRun.started
      : undefined;
  const hasNone = health ? NO_RUNS.includes(health.now.state) : lastRun === undefined && hasLastRuns;
  const isFromLastRun = health === undefined && (status.state === 'passing' || status.state === 'failing');
  const label = isFromLastRun
    ? `Last run ${status.state === 'failing' ? 'failed' : 'passed'}`
    : HEALTH_LABELS[status.state];
  return {
    canary,
    groups,
    health,
    status,
    label,
    newest,
    hasNone,
    next: nextRun(canary, newest, now),
    lately: lately && Math.abs(now - lately.asOf) <= MAX_LATELY_MS ? lately.state : undefined,
  } satisfies CanaryRow;
}

/** Nothing is known of the other locations and browsers that the canary may have. */
function statusOfLastRun(
  { lastRun, locations: _, browserTypes: __, ...canary }: CanaryWithLastRun,
  hasLastRuns: boolean,
  now: number,
) {
  const known = lastRun?.started ?? (hasLastRuns ? Number.NEGATIVE_INFINITY : now);
  return statusAt(lastRun ? scheduledRuns([lastRun]) : [], canary, {
    at: isUntil(known, now) ? Math.max(now, known + 1) : now,
    knownFrom: known,
    knownTo: now,
    hasNone: lastRun === undefined && hasLastRuns,
  });
}

/** AWS lists runs that start while the page is made. A link that fixes an earlier present shows none of later ones. */
const MAX_LATER_MS = MINUTE;

/** Whether the start of a canary's last run until `now` is known, or that there is none, before its runs are read. */
export const isLastRunKnown = ({ lastRun }: CanaryWithLastRun, hasLastRuns: boolean, now: number) =>
  lastRun ? isUntil(lastRun.started, now) : hasLastRuns;

const isUntil = (instant: number, now: number) => instant <= now + MAX_LATER_MS;

/** States of a canary that doesn't run now, whatever was read of it lately. */
const NOT_RUNNING: readonly HealthState[] = ['stopped', 'not created'];

/**
 * The states of which the worst places a canary. Until its runs are read, what was read lately counts too: its last run may be of
 * another location.
 */
export const statesToPlace = ({ health, status: { state }, lately }: CanaryRow): HealthState[] =>
  health || !lately || NOT_RUNNING.includes(state) ? [state] : [state, lately];

/** The order of states by default: what needs somebody first. */
export const WORST_STATE_FIRST: readonly HealthState[] = [
  'failing',
  'silent',
  'never ran',
  'not set up',
  'unknown',
  'running',
  'passing',
  'stopped',
  'not created',
];
