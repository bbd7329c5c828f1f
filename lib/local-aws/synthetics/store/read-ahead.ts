import { LRUCache } from 'lru-cache';
import type { CanaryRun } from '@/lib/canary/run';
import { MINUTE } from '@/lib/time/duration';
import { type CanaryDefinition, retainedSince } from '../canary-definition';
import type { RunFilter, RunPosition } from './run-table';

/** Runs that are selected at once for the pages after the first: a selection takes about as long for one page as for ten. */
export const READ_AHEAD = 1000;

const MAX_READERS = 60;
/** Long enough for a client that reads page after page. */
const MAX_AGE_MS = MINUTE;

type Ahead = { runs: CanaryRun[]; now: number };

/** Ended runs after the positions where clients stopped reading. They change only by expiring. */
export class ReadAhead {
  readonly #ahead = new LRUCache<string, Ahead>({ max: MAX_READERS });

  /** The runs after a position that haven't expired at `now`, if more than `limit` are known. */
  take(
    canary: CanaryDefinition,
    filter: RunFilter,
    after: RunPosition,
    now: number,
    limit: number,
  ): CanaryRun[] | undefined {
    const key = keyOf(canary, filter, after);
    const ahead = this.#ahead.get(key);
    if (!ahead || now < ahead.now || now - ahead.now > MAX_AGE_MS) return undefined;
    const { passedSince, failedSince } = retainedSince(canary, now);
    const oldest = ahead.runs.at(-1)?.started ?? 0;
    const mayHaveExpired = oldest < Math.max(passedSince, failedSince);
    const runs = mayHaveExpired
      ? ahead.runs.filter(({ state, started }) => started >= (state === 'PASSED' ? passedSince : failedSince))
      : ahead.runs;
    return runs.length > limit ? runs : undefined;
  }

  /** Keeps the runs after a position, unless one is still running. */
  keep(
    canary: CanaryDefinition,
    filter: RunFilter,
    after: RunPosition,
    runs: CanaryRun[],
    now: number,
  ): void {
    if (runs.length === 0 || runs.some(({ state }) => state === 'RUNNING')) return;
    this.#ahead.set(keyOf(canary, filter, after), { runs, now });
  }
}

const keyOf = ({ name }: CanaryDefinition, filter: RunFilter, after: RunPosition) =>
  JSON.stringify([name, filter.kind, filter.dryRunId, filter.browserType, after.started, after.id]);
