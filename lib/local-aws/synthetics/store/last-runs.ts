import type { CanaryRun } from '@/lib/canary/run';
import { DAY } from '@/lib/time/duration';
import { type CanaryDefinition, maxRetentionMs, retainedSince } from '../canary-definition';
import type { CanarySource } from './canary-source';
import type { RunTable } from './run-table';

type Request = { now: number; browserType?: string };

/**
 * The newest run of each canary by its name, without dry runs, as of `now`. All are selected together, from the newest UTC days
 * backwards, because a selection takes about as long for one canary as for a hundred.
 */
export async function lastRuns(
  table: RunTable,
  loadRuns: CanarySource['loadRuns'],
  canaries: readonly CanaryDefinition[],
  { now, browserType }: Request,
): Promise<Map<string, CanaryRun>> {
  const found = new Map<string, CanaryRun>();
  let to = now;
  for (let days = 1; ; days *= 2) {
    const missing = canaries.filter(
      (canary) => !found.has(canary.name) && to >= now - maxRetentionMs(canary),
    );
    if (missing.length === 0) return found;
    const lastDay = Math.floor(to / DAY);
    const from = (lastDay - days + 1) * DAY;
    for (const canary of missing) {
      const retainedFrom = Math.max(from, now - maxRetentionMs(canary));
      await loadRuns(canary.name, 'canary', Math.floor(retainedFrom / DAY), lastDay);
    }
    const runs = await table.selectLast({
      canaries: missing.map((canary) => ({ name: canary.name, ...retainedSince(canary, now) })),
      ...{ browserType, now, from, to },
    });
    for (const run of runs) found.set(run.name, run);
    to = from - 1;
  }
}
