import type { Observation } from '@/lib/alerts/alert';
import { MAX_ANOMALY_AGE_MS, observeAnomalies } from '@/lib/alerts/observe-anomalies';
import { observeBudgets } from '@/lib/alerts/observe-budgets';
import { canaryKey, observeCanary, observeGone } from '@/lib/alerts/observe-canary';
import { isNotFound } from '@/lib/answer/problem';
import type { CanaryWithLastRun } from '@/lib/canary/run';
import { matchesAny } from '@/lib/overview/view';
import { findingsSpan } from '@/lib/profile/range/findings';
import { HOUR, MINUTE } from '@/lib/time/duration';
import type { Config } from '../config/config';
import { activeBudgets } from '../deadline/farm-budgets';
import { getRecommendations } from '../profiler/get-recommendations';
import { listProfilingGroups } from '../profiler/list-profiling-groups';
import { describeCanaries } from '../synthetics/describe-canaries';
import { healthEvents } from '../synthetics/runs/health-events';

export type Watched = NonNullable<Config['alerts']>;

/** Runs that tell a canary's present state, with as many as must have failed. */
const MAX_STATE_MS = 6 * HOUR;
/** A canary is looked at again after so long even if its newest run is the same: it may be silent, or have failed in another location. */
const LOOK_AGAIN_MS = 5 * MINUTE;
/** AWS updates budgets and anomalies less often than runs. */
const SLOW_MS = 5 * MINUTE;

/** Looks at what is watched, and asks AWS for no more than may have changed. */
export class Observer {
  /** When each canary, farm and group was looked at last, and what the newest run of a canary was then. */
  readonly #looked = new Map<string, { at: number; newest: string }>();

  /**
   * What is known now of what may have changed. `raised`: the keys of what is raised. Logs what can't be read, of which nothing is
   * concluded. Rejects only when the signal is aborted.
   */
  async observe(
    { canaries = [], failingAfter, farms = [], profilingGroups = [] }: Watched,
    raised: readonly string[],
    now: number,
    signal: AbortSignal,
  ): Promise<Observation[]> {
    const found: Observation[] = [];
    const add = async (what: string, read: () => Promise<readonly Observation[]>) => {
      try {
        found.push(...(await read()));
      } catch (error) {
        signal.throwIfAborted();
        console.error(`alerts: ${what}: ${(error as Error).message}`);
      }
    };
    if (canaries.length > 0)
      await add('canaries', () => this.#canaries(canaries, { failingAfter, raised, now }, signal));
    for (const farmId of farms.filter((each) => this.#isDue(each, now)))
      await add(`budgets of ${farmId}`, async () => {
        const { data } = await activeBudgets(farmId, signal);
        return observeBudgets(farmId, data, now);
      });
    if (profilingGroups.length > 0)
      await add('profiling groups', async () => {
        const { data } = await listProfilingGroups(undefined, signal);
        for (const { name } of data.filter((group) => matchesAny(group.name, profilingGroups)))
          if (this.#isDue(name, now)) await add(`anomalies of ${name}`, () => anomaliesOf(name, now, signal));
        return [];
      });
    return found;
  }

  async #canaries(
    patterns: readonly string[],
    { failingAfter, raised, now }: { failingAfter: number; raised: readonly string[]; now: number },
    signal: AbortSignal,
  ): Promise<Observation[]> {
    const { data, partial } = await describeCanaries(undefined, signal);
    const watched = data.filter(({ name }) => matchesAny(name, patterns));
    const due = watched.filter((canary) => this.#mayHaveChanged(canary, now));
    const found: Observation[] = [];
    const options = { span: { from: now - MAX_STATE_MS, to: now }, now, bins: 1 };
    for await (const event of healthEvents(
      due.map(({ name }) => name),
      options,
      signal,
    )) {
      if (event.type === 'failed') {
        this.#looked.delete(event.name);
        console.error(`alerts: runs of ${event.name}: ${event.problem.message}`);
      }
      if (event.type !== 'health' || !event.isCovered) continue;
      const observed = observeCanary(event.name, event.health, { failingAfter, now });
      if (observed) found.push(observed);
    }
    signal.throwIfAborted();
    if (partial) return found;
    const names = new Map(watched.map(({ name }) => [canaryKey(name), name]));
    const gone = raised.filter((key) => key.startsWith(canaryKey('')) && !names.has(key));
    return [...found, ...gone.map((key) => observeGone(key.slice(canaryKey('').length), now))];
  }

  #mayHaveChanged({ name, state, lastRun, modified }: CanaryWithLastRun, now: number): boolean {
    const newest = JSON.stringify([state, modified, lastRun?.id, lastRun?.state, lastRun?.completed]);
    const before = this.#looked.get(name);
    if (before?.newest === newest && now - before.at < LOOK_AGAIN_MS) return false;
    this.#looked.set(name, { at: now, newest });
    return true;
  }

  #isDue(name: string, now: number): boolean {
    const before = this.#looked.get(name);
    if (before && now - before.at < SLOW_MS) return false;
    this.#looked.set(name, { at: now, newest: '' });
    return true;
  }
}

/** A group without a profile in the last day has no anomalies. */
async function anomaliesOf(group: string, now: number, signal: AbortSignal): Promise<Observation[]> {
  const { from, to } = findingsSpan({ from: now - MAX_ANOMALY_AGE_MS, to: now });
  try {
    const { data } = await getRecommendations({ group, startTime: from, endTime: to }, signal);
    return observeAnomalies(group, data.anomalies, now);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}
