import { SECOND } from '@/lib/time/duration';
import type { CanaryRun } from '../run';

/** AWS lists the run of a second browser, or a retry, seconds after the runs before it. */
const SETTLED_AFTER_MS = 15 * SECOND;

/** Whether a dry run is over: all of its runs have ended, and none has followed for a while. `asOf` is when they were listed. */
export function isDryRunOver(runs: readonly CanaryRun[], dryRunId: string, asOf: number): boolean {
  const own = runs.filter((run) => run.dryRunId === dryRunId);
  if (own.length === 0 || own.some(({ state }) => state === 'RUNNING')) return false;
  const ended = Math.max(...own.map(({ started, completed = started }) => completed));
  return asOf - ended >= SETTLED_AFTER_MS;
}
