import type { CanaryRun } from '@/lib/canary/run';
import { DAY } from '@/lib/time/duration';
import { type CanaryDefinition, maxRetentionMs } from '../canary-definition';
import type { CanarySource } from './canary-source';
import type { RunFilter, RunPosition, RunTable } from './run-table';

export type RunPage = { runs: CanaryRun[]; next?: RunPosition };

/** Sorts before any other id of the same start. */
const MAX_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Reads a canary's runs newest first, from the newest UTC days backwards, loading days before they are read. */
export class RunPages {
  constructor(
    private readonly table: RunTable,
    private readonly loadRuns: CanarySource['loadRuns'],
  ) {}

  /** Up to `limit` runs after a position that haven't expired at `now`; `next` when there are more. */
  async page(
    canary: CanaryDefinition,
    filter: RunFilter,
    now: number,
    limit: number,
    after: RunPosition = { started: now, id: MAX_ID },
  ): Promise<RunPage> {
    const horizon = now - maxRetentionMs(canary);
    const found: CanaryRun[] = [];
    let position = after.started > now ? { started: now, id: MAX_ID } : after;
    for (let days = 1; found.length <= limit && position.started >= horizon; days *= 2) {
      const lastDay = Math.floor(position.started / DAY);
      const from = Math.max(horizon, (lastDay - days + 1) * DAY);
      await this.loadRuns(canary.name, filter.kind, Math.floor(from / DAY), lastDay);
      const runs = await this.table.select({
        ...filter,
        canary: canary.name,
        now,
        from,
        after: position,
        passedSince: now - canary.successRetentionDays * DAY,
        failedSince: now - canary.failureRetentionDays * DAY,
        limit: limit + 1 - found.length,
      });
      found.push(...runs);
      position = { started: from - 1, id: MAX_ID };
    }
    const runs = found.slice(0, limit);
    const last = runs.at(-1);
    return found.length > limit && last ? { runs, next: { started: last.started, id: last.id } } : { runs };
  }
}
