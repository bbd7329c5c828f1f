import type { CanaryRun } from '@/lib/canary/run';
import { DAY } from '@/lib/time/duration';
import { type CanaryDefinition, maxRetentionMs, retainedSince } from '../canary-definition';
import type { CanarySource } from './canary-source';
import { aheadOf, ReadAhead } from './read-ahead';
import type { RunFilter, RunPosition, RunTable } from './run-table';

export type RunPage = { runs: CanaryRun[]; next?: RunPosition };

/** Sorts before any other id of the same start. */
const MAX_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Reads a canary's runs newest first, from the newest UTC days backwards, loading days before they are read. */
export class RunPages {
  readonly #ahead = new ReadAhead();

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
    after?: RunPosition,
  ): Promise<RunPage> {
    const ahead = after && this.#ahead.take(canary, filter, after, now);
    const readCount = ahead?.readCount ?? 0;
    const found =
      ahead && ahead.runs.length > limit
        ? ahead.runs
        : await this.#select(canary, filter, { now, limit, readCount }, after);
    const [runs, rest] = [found.slice(0, limit), found.slice(limit)];
    const last = runs.at(-1);
    if (rest.length === 0 || !last) return { runs };
    const next = { started: last.started, id: last.id };
    this.#ahead.keep(canary, filter, next, { runs: rest, now, readCount: readCount + runs.length });
    return { runs, next };
  }

  /** More than `limit` runs after a position if there are as many; the more the client has read, the more at once. */
  async #select(
    canary: CanaryDefinition,
    filter: RunFilter,
    { now, limit, readCount }: { now: number; limit: number; readCount: number },
    after?: RunPosition,
  ): Promise<CanaryRun[]> {
    const wanted = after ? aheadOf(readCount) : limit + 1;
    const enough = Math.max(limit, Math.min(readCount, wanted / 2));
    const horizon = now - maxRetentionMs(canary);
    const found: CanaryRun[] = [];
    let position = !after || after.started > now ? { started: now, id: MAX_ID } : after;
    for (let days = 1; found.length <= enough && position.started >= horizon; days *= 2) {
      const lastDay = Math.floor(position.started / DAY);
      const from = Math.max(horizon, (lastDay - days + 1) * DAY);
      await this.loadRuns(canary.name, filter.kind, Math.floor(from / DAY), lastDay);
      const runs = await this.table.select({
        ...filter,
        canary: canary.name,
        now,
        from,
        after: position,
        ...retainedSince(canary, now),
        limit: wanted - found.length,
      });
      found.push(...runs);
      position = { started: from - 1, id: MAX_ID };
    }
    return found;
  }
}
