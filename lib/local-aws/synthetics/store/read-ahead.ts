import { LRUCache } from 'lru-cache';
import type { CanaryRun } from '@/lib/canary/run';
import { MINUTE } from '@/lib/time/duration';
import { type CanaryDefinition, retainedSince } from '../canary-definition';
import type { RunFilter, RunPosition } from './run-table';

/**
 * How many runs are selected at once for the pages after the first, because a selection takes about as long for one page as for ten: as
 * many as the client has read so far, within these limits.
 */
const MIN_AHEAD = 1000;
const MAX_AHEAD = 4000;

const MAX_READERS = 60;
/** Long enough for a client that reads page after page. */
const MAX_AGE_MS = MINUTE;

/** `readCount`: runs that the client has read on its way to them. */
type Ahead = { runs: CanaryRun[]; now: number; readCount: number };

/** Ended runs after the positions where clients stopped reading. They change only by expiring. */
export class ReadAhead {
  readonly #ahead = new LRUCache<string, Ahead>({ max: MAX_READERS });

  /** The known runs after a position that haven't expired at `now`, and how many the client has read before them. */
  take(canary: CanaryDefinition, filter: RunFilter, after: RunPosition, now: number): Omit<Ahead, 'now'> {
    const key = keyOf(canary, filter, after);
    const ahead = this.#ahead.get(key);
    if (!ahead || now < ahead.now || now - ahead.now > MAX_AGE_MS) return { runs: [], readCount: 0 };
    const { passedSince, failedSince } = retainedSince(canary, now);
    const oldest = ahead.runs.at(-1)?.started ?? 0;
    const mayHaveExpired = oldest < Math.max(passedSince, failedSince);
    const runs = mayHaveExpired
      ? ahead.runs.filter(({ state, started }) => started >= (state === 'PASSED' ? passedSince : failedSince))
      : ahead.runs;
    return { runs, readCount: ahead.readCount };
  }

  /** Keeps the runs after a position, unless one is still running. */
  keep(canary: CanaryDefinition, filter: RunFilter, after: RunPosition, ahead: Ahead): void {
    if (ahead.runs.length === 0 || ahead.runs.some(({ state }) => state === 'RUNNING')) return;
    this.#ahead.set(keyOf(canary, filter, after), ahead);
  }
}

/** How many runs to select at once for a client that has read some. */
export const aheadOf = (readCount: number) => Math.min(MAX_AHEAD, Math.max(MIN_AHEAD, readCount));

const keyOf = ({ name }: CanaryDefinition, filter: RunFilter, after: RunPosition) =>
  JSON.stringify([name, filter.kind, filter.dryRunId, filter.browserType, after.started, after.id]);
