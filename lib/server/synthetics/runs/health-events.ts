import { setMaxListeners } from 'node:events';
import { isNotKept, ProblemError } from '@/lib/answer/problem';
import type { HealthOptions } from '@/lib/canary/health/canary-health';
import { healthOf } from '@/lib/canary/health/health-of';
import type { Canary } from '@/lib/canary/run';
import type { HealthEvent } from '@/lib/canary/stream/health-event';
import { asProblemError } from '../../aws/problem';
import { changesWithin } from '../../changing-state';
import { mergedEvents } from '../../http/merged-events';
import { ownTask } from '../../own-task';
import { MAX_SILENCE_MS } from '../../stream-pace';
import { describeCanaries } from '../describe-canaries';
import { getCanary } from '../get-canary';
import { answeredRuns, neededFrom, readingWarnings } from './answered-runs';
import { computingShare } from './computing-share';
import { recordRuns } from './kept-runs';
import { type RunIndexes, runIndexes } from './run-indexes';

/** Minimum time between two lines about one canary while its runs are read. */
const MIN_SEND_MS = 500;

/** The health of canaries over a span while their runs are read. It ends without all ends when the signal is aborted. */
export async function* healthEvents(
  names: readonly string[],
  options: HealthOptions,
  signal: AbortSignal,
  indexes: RunIndexes = runIndexes(),
): AsyncGenerator<HealthEvent> {
  // Each canary waits for several things at once.
  setMaxListeners(10 * names.length, signal);
  try {
    const { data } = await describeCanaries(undefined, signal).catch(noneIfNotKept);
    const known = new Map(data.map((canary) => [canary.name, canary]));
    // The list may be cut, or older than a canary.
    const canaryOf = async (name: string) => known.get(name) ?? (await getCanary(name, signal)).data;
    yield* mergedEvents(names.map((name) => eventsOf(name, () => canaryOf(name), options, signal, indexes)));
  } catch (error) {
    if (signal.aborted) return;
    const { problem } = asProblemError(error);
    for (const name of names) yield { type: 'failed', name, problem };
  }
}

/** The link of a single canary's page keeps no list. */
function noneIfNotKept(error: unknown): Pick<Awaited<ReturnType<typeof describeCanaries>>, 'data'> {
  if (isNotKept(error)) return { data: [] };
  throw error;
}

async function* eventsOf(
  name: string,
  canaryOf: () => Promise<Canary>,
  options: HealthOptions,
  signal: AbortSignal,
  indexes: RunIndexes,
): AsyncGenerator<HealthEvent> {
  let leave = () => {};
  try {
    const canary = await canaryOf();
    const needed = neededFrom(canary, options.span.from);
    const joined = indexes.join(canary, { runType: 'CANARY_RUN' }, { from: needed, isPatient: true });
    leave = joined.leave;
    const { runs, viewer } = joined;
    const share = computingShare();
    let sentAt: number | undefined;
    for (let isSilent = false; ; ) {
      // The health of all canaries whose runs are known would be computed at once.
      await ownTask();
      const { change, current } = runs.state;
      const isCovered = runs.isDone(viewer);
      const stale = runs.staleFor(viewer);
      const isDue = sentAt === undefined || (share.isFree && performance.now() - sentAt >= MIN_SEND_MS);
      if (isCovered || stale || isSilent || (!viewer.needsRefresh && isDue)) {
        const { health, runCount } = share.compute(() => {
          const loaded = answeredRuns(runs.index, viewer, canary, needed);
          return { health: healthOf(loaded, canary, options), runCount: loaded.runs.length };
        });
        yield { type: 'health', name, health, isCovered: isCovered || stale !== undefined, runCount };
        sentAt = performance.now();
      }
      if (isCovered) {
        const { asOf = options.now } = runs.index;
        recordRuns(canary, { runType: 'CANARY_RUN' }, runs.index, needed);
        return yield { type: 'end', name, asOf, warnings: readingWarnings(runs.index) };
      }
      if (current.failure) throw new ProblemError(stale ?? current.failure);
      isSilent = !(await changesWithin(change, MAX_SILENCE_MS, signal));
    }
  } catch (error) {
    if (!signal.aborted) yield { type: 'failed', name, problem: asProblemError(error).problem };
  } finally {
    leave();
  }
}
