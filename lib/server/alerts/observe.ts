import type { Observation } from '@/lib/alerts/alert';
import { MAX_ANOMALY_AGE_MS, observeAnomalies } from '@/lib/alerts/observe-anomalies';
import { observeBudgets } from '@/lib/alerts/observe-budgets';
import { canaryKey, observeCanary, observeGone } from '@/lib/alerts/observe-canary';
import type { Answer } from '@/lib/answer/answer';
import { isNotFound, ProblemError } from '@/lib/answer/problem';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { MAX_CANARIES_AT_ONCE } from '@/lib/canary/health/health-bounds';
import { shortestInterval } from '@/lib/canary/next-run';
import type { Canary, CanaryWithLastRun } from '@/lib/canary/run';
import { matchesAny } from '@/lib/overview/view';
import { anomaliesSpan } from '@/lib/profile/range/anomalies';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { asProblemError } from '../aws/problem';
import type { Config } from '../config/config';
import { activeBudgets } from '../deadline/farm-budgets';
import { getRecommendations } from '../profiler/get-recommendations';
import { listProfilingGroups } from '../profiler/list-profiling-groups';
import { describeCanaries } from '../synthetics/describe-canaries';
import { getCanary } from '../synthetics/get-canary';
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

/** What takes longer is left for the next time, so that one slow service doesn't keep others from being looked at. */
const MAX_PART_MS = 2 * MINUTE;
/** Canaries whose runs are read at a time. */
const MAX_READ_AT_ONCE = MAX_CANARIES_AT_ONCE;

type Look = { failingAfter: number; raised: readonly string[]; now: number };

/** Looks at what is watched, and asks AWS for no more than may have changed. */
export class Observer {
  /** When each canary, farm and group was looked at last, and what the newest run of a canary was then. */
  readonly #looked = new Map<string, { at: number; newest: string }>();

  /** Looks at everything the next time. */
  forget(): void {
    this.#looked.clear();
  }

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
    const part = async (what: string, read: (limit: AbortSignal) => Promise<readonly Observation[]>) => {
      try {
        found.push(...(await read(AbortSignal.any([signal, AbortSignal.timeout(MAX_PART_MS)]))));
      } catch (error) {
        signal.throwIfAborted();
        this.#looked.delete(what);
        console.error(`alerts: ${what}: ${asProblemError(error).problem.message}`);
      }
    };
    await part('canaries', (limit) => this.#canaries(canaries, { failingAfter, raised, now }, limit));
    for (const farmId of farms.filter((each) => this.#isDue(`budgets of ${each}`, now)))
      await part(`budgets of ${farmId}`, async (limit) =>
        observeBudgets(farmId, fresh(await activeBudgets(farmId, limit)), now),
      );
    if (profilingGroups.length === 0) return found;
    await part('profiling groups', async (limit) => {
      const groups = fresh(await listProfilingGroups(undefined, limit));
      for (const { name } of groups.filter((group) => matchesAny(group.name, profilingGroups)))
        if (this.#isDue(`anomalies of ${name}`, now))
          await part(`anomalies of ${name}`, (each) => anomaliesOf(name, now, each));
      return [];
    });
    return found;
  }

  async #canaries(patterns: readonly string[], look: Look, signal: AbortSignal): Promise<Observation[]> {
    const raised = look.raised
      .filter((key) => key.startsWith(canaryKey('')))
      .map((key) => key.slice(canaryKey('').length));
    if (patterns.length === 0) return raised.map((name) => observeGone(name, look.now));
    const answer = await describeCanaries(undefined, signal);
    const listed = fresh(answer);
    const watched = listed.filter(({ name }) => matchesAny(name, patterns));
    const byTime = new Map<number, string[]>();
    for (const canary of watched.filter((each) => this.#mayHaveChanged(each, look.now))) {
      const readMs = readTimeOf(canary, look.failingAfter, look.now);
      byTime.set(readMs, [...(byTime.get(readMs) ?? []), canary.name]);
    }
    const found: Observation[] = [];
    for (const [readMs, names] of byTime)
      for (let at = 0; at < names.length; at += MAX_READ_AT_ONCE)
        found.push(...(await this.#read(names.slice(at, at + MAX_READ_AT_ONCE), readMs, look, signal)));
    const known = new Set(watched.map(({ name }) => name));
    for (const name of raised.filter((each) => !known.has(each)))
      if (!matchesAny(name, patterns) || !answer.partial || (await isDeleted(name, signal)))
        found.push(observeGone(name, look.now));
    return found;
  }

  /** What is known of the canaries whose runs could be read. */
  async #read(
    names: readonly string[],
    readMs: number,
    { failingAfter, now }: Look,
    signal: AbortSignal,
  ): Promise<Observation[]> {
    const span = { from: now - readMs, to: now };
    const read = new Map<string, CanaryHealth>();
    for await (const event of healthEvents(names, { span, now, bins: 1 }, signal)) {
      if (event.type === 'health' && event.isCovered) read.set(event.name, event.health);
      if (event.type !== 'failed') continue;
      // What was read earlier is sent before.
      read.delete(event.name);
      console.error(`alerts: runs of ${event.name}: ${event.problem.message}`);
    }
    signal.throwIfAborted();
    return [...read].flatMap(([name, health]) => observeCanary(name, health, { failingAfter, now }) ?? []);
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
  const { from, to } = anomaliesSpan({ from: now - MAX_ANOMALY_AGE_MS, to: now }, now);
  try {
    const answer = await getRecommendations({ group, startTime: from, endTime: to }, signal);
    return observeAnomalies(group, fresh(answer).anomalies, now);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

/** The data of an answer. Throws a ProblemError if it is of before, because AWS fails now. */
function fresh<Data>({ data, stale }: Answer<Data>): Data {
  if (stale) throw new ProblemError(stale);
  return data;
}

async function isDeleted(name: string, signal: AbortSignal): Promise<boolean> {
  try {
    await getCanary(name, signal);
    return false;
  } catch (error) {
    if (isNotFound(error)) return true;
    throw error;
  }
}
