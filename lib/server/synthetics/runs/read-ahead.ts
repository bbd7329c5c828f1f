import { setMaxListeners } from 'node:events';
import type { Answer } from '@/lib/answer/answer';
import { canaryRow } from '@/lib/canary/list/canary-row';
import { DEFAULT_ORDER, sortRows } from '@/lib/canary/list/sort-rows';
import type { Canary, CanaryWithLastRun } from '@/lib/canary/run';
import { SECOND } from '@/lib/time/duration';
import { changesWithin } from '../../changing-state';
import { describeCanaries } from '../describe-canaries';
import { neededFrom } from './answered-runs';
import { type RunIndexes, runIndexes } from './run-indexes';

/** Rows that a list shows at first. */
const FIRST_ROWS = 24;
/** By then the browser has asked by itself, or never will. */
const MAX_AHEAD_MS = 5 * SECOND;

/**
 * Reads the runs of the canaries that a list shows first, from an instant on, while the browser still loads the page. Nobody gets
 * them: the request for them finds them read. Nor does anybody get its problems, which that request has too.
 */
export async function readAhead(
  from: number,
  now: number,
  indexes: RunIndexes = runIndexes(),
): Promise<void> {
  const signal = AbortSignal.timeout(MAX_AHEAD_MS);
  setMaxListeners(10 * FIRST_ROWS, signal);
  try {
    const first = firstCanaries(await describeCanaries(undefined, signal), now);
    await Promise.all(first.map((canary) => readOne(canary, from, indexes, signal)));
  } catch {
    // As above.
  }
}

function firstCanaries({ data, partial }: Answer<CanaryWithLastRun[]>, now: number): Canary[] {
  const known = { health: undefined, groups: [], hasLastRuns: !partial };
  const rows = data.map((canary) => canaryRow(canary, known, now));
  return sortRows(rows, DEFAULT_ORDER)
    .slice(0, FIRST_ROWS)
    .map(({ canary }) => canary);
}

async function readOne(
  canary: Canary,
  from: number,
  indexes: RunIndexes,
  signal: AbortSignal,
): Promise<void> {
  const needed = neededFrom(canary, from);
  const { runs, viewer, leave } = indexes.join(
    canary,
    { runType: 'CANARY_RUN' },
    { from: needed, isPatient: true },
  );
  try {
    while (!signal.aborted && !runs.isDone(viewer) && !runs.state.current.failure)
      await changesWithin(runs.state.change, MAX_AHEAD_MS, signal);
  } finally {
    leave();
  }
}
