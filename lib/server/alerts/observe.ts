import type { Observation } from '@/lib/alerts/alert';
import { MAX_ANOMALY_AGE_MS, observeAnomalies } from '@/lib/alerts/observe-anomalies';
import { observeBudgets } from '@/lib/alerts/observe-budgets';
import { canaryKey, observeCanary, observeGone } from '@/lib/alerts/observe-canary';
import { isNotFound } from '@/lib/answer/problem';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { shortestInterval } from '@/lib/canary/next-run';
import type { Canary, CanaryWithLastRun } from '@/lib/canary/run';
import { matchesAny } from '@/lib/overview/view';
import { findingsSpan } from '@/lib/profile/range/findings';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import type { Config } from '../config/config';
import { activeBudgets } from '../deadline/farm-budgets';
import { getRecommendations } from '../profiler/get-recommendations';
import { listProfilingGroups } from '../profiler/list-profiling-groups';
import { describeCanaries } from '../synthetics/describe-canaries';
import { healthEvents } from '../synthetics/runs/health-events';

export type Watched = NonNullable<Config['alerts']>;

/** The least time whose runs are read. It is doubled until it has as many runs as must have failed, and some more. */
const MIN_READ_MS = 6 * HOUR;
const MAX_READ_MS = 31 * DAY;
const MORE_RUNS = 2;
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
    for (const farmId of farms.filter((each) => this.#isDue(`farm ${each}`, now)))
      await add(`budgets of ${farmId}`, async () => {
        const { data } = await activeBudgets(farmId, signal);
        return observeBudgets(farmId, data, now);
      });
    if (profilingGroups.length > 0)
      await add('profiling groups', async () => {
        const { data } = await listProfilingGroups(undefined, signal);
        for (const { name } of data.filter((group) => matchesAny(group.name, profilingGroups)))
          if (this.#isDue(`group ${name}`, now))
            await add(`anomalies of ${name}`, () => anomaliesOf(name, now, signal));
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
    const byTime = new Map<number, string[]>();
    for (const canary of due) {
      const readMs = readTimeOf(canary, failingAfter, now);
      byTime.set(readMs, [...(byTime.get(readMs) ?? []), canary.name]);
    }
    for (const [readMs, names] of byTime) {
      for (const [name, health] of await this.#read(names, { from: now - readMs, to: now }, signal)) {
        const observed = observeCanary(name, health, { failingAfter, now });
        if (observed) found.push(observed);
      }
    }
    if (partial) return found;
    const names = new Map(watched.map(({ name }) => [canaryKey(name), name]));
    const gone = raised.filter((key) => key.startsWith(canaryKey('')) && !names.has(key));
    return [...found, ...gone.map((key) => observeGone(key.slice(canaryKey('').length), now))];
  }

  /** The health of canaries whose runs could be read. */
  async #read(
    names: readonly string[],
    span: Span,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, CanaryHealth>> {
    const read = new Map<string, CanaryHealth>();
    for await (const event of healthEvents(names, { span, now: span.to, bins: 1 }, signal)) {
      if (event.type === 'health' && event.isCovered) read.set(event.name, event.health);
      if (event.type !== 'failed') continue;
      // What was read earlier is sent before.
      read.delete(event.name);
      this.#looked.delete(canaryKey(event.name));
      console.error(`alerts: runs of ${event.name}: ${event.problem.message}`);
    }
    signal.throwIfAborted();
    return read;
  }

  #mayHaveChanged({ name, state, lastRun, modified }: CanaryWithLastRun, now: number): boolean {
    const newest = JSON.stringify([state, modified, lastRun?.id, lastRun?.state, lastRun?.completed]);
    const before = this.#looked.get(canaryKey(name));
    if (before?.newest === newest && now - before.at < LOOK_AGAIN_MS) return false;
    this.#looked.set(canaryKey(name), { at: now, newest });
    return true;
  }

  #isDue(key: string, now: number): boolean {
    const before = this.#looked.get(key);
    if (before && now - before.at < SLOW_MS) return false;
    this.#looked.set(key, { at: now, newest: '' });
    return true;
  }
}

/** How far back the runs of a canary are read, milliseconds. */
function readTimeOf(canary: Canary, failingAfter: number, now: number): number {
  const everyMs = shortestInterval(canary, now - MAX_READ_MS) ?? 0;
  let readMs = MIN_READ_MS;
  while (readMs < (failingAfter + MORE_RUNS) * everyMs && readMs < MAX_READ_MS) readMs *= 2;
  return Math.min(readMs, MAX_READ_MS);
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
