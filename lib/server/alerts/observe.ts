import type { Observation } from '@/lib/alerts/alert';
import { MAX_ANOMALY_AGE_MS, observeAnomalies } from '@/lib/alerts/observe-anomalies';
import { observeBudgets } from '@/lib/alerts/observe-budgets';
import { canaryKey, observeCanary, observeGone, readTimeOf } from '@/lib/alerts/observe-canary';
import type { Answer } from '@/lib/answer/answer';
import { isNotFound, ProblemError } from '@/lib/answer/problem';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { MAX_CANARIES_AT_ONCE } from '@/lib/canary/health/health-bounds';
import type { CanaryWithLastRun } from '@/lib/canary/run';
import { matchesAny } from '@/lib/overview/view';
import { anomaliesSpan } from '@/lib/profile/range/anomalies';
import { MINUTE } from '@/lib/time/duration';
import type { Config } from '../config/config';
import { activeBudgets } from '../deadline/farm-budgets';
import { getRecommendations } from '../profiler/get-recommendations';
import { listProfilingGroups } from '../profiler/list-profiling-groups';
import { describeCanaries } from '../synthetics/describe-canaries';
import { getCanary } from '../synthetics/get-canary';
import { healthEvents } from '../synthetics/runs/health-events';

export type Watched = NonNullable<Config['alerts']>;

/**
 * What has no newer run is looked at again after so long: a canary may be silent, or have failed in another location, and AWS updates
 * budgets and anomalies less often than runs.
 */
const LOOK_AGAIN_MS = 5 * MINUTE;

/** What takes longer is left for the next time, so that one slow service doesn't keep others from being looked at. */
const MAX_PART_MS = 2 * MINUTE;
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
        console.error(`alerts: ${what}: ${(error as Error).message}`);
      }
    };
    await part('canaries', (limit) => this.#canaries(canaries, { failingAfter, raised, now }, limit));
    /** A part that is looked at only now and then. */
    const slowPart = async (what: string, read: (limit: AbortSignal) => Promise<readonly Observation[]>) => {
      if (!this.#isDue(what, '', now)) return;
      await part(what, async (limit) => {
        const observed = await read(limit);
        this.#looked.set(what, { at: now, newest: '' });
        return observed;
      });
    };
    for (const farmId of farms)
      await slowPart(`budgets of ${farmId}`, async (limit) =>
        observeBudgets(farmId, fresh(await activeBudgets(farmId, limit)), now),
      );
    if (profilingGroups.length === 0) return found;
    await part('profiling groups', async (limit) => {
      const groups = fresh(await listProfilingGroups(undefined, limit));
      for (const { name } of groups.filter((group) => matchesAny(group.name, profilingGroups)))
        await slowPart(`anomalies of ${name}`, (each) => anomaliesOf(name, now, each));
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
    const watched = fresh(answer).filter(({ name }) => matchesAny(name, patterns));
    const due = watched.filter((each) => this.#isDue(canaryKey(each.name), newestOf(each), look.now));
    const byTime = new Map<number, CanaryWithLastRun[]>();
    for (const canary of due) {
      const readMs = readTimeOf(canary, look.failingAfter, look.now);
      byTime.set(readMs, [...(byTime.get(readMs) ?? []), canary]);
    }
    const found: Observation[] = [];
    for (const [readMs, canaries] of byTime)
      for (let at = 0; at < canaries.length; at += MAX_CANARIES_AT_ONCE) {
        const some = canaries.slice(at, at + MAX_CANARIES_AT_ONCE);
        found.push(...(await readSome(some, readMs, look, signal)));
      }
    const known = new Set(watched.map(({ name }) => name));
    for (const name of raised.filter((each) => !known.has(each)))
      if (!matchesAny(name, patterns) || !answer.partial || (await isDeleted(name, signal)))
        found.push(observeGone(name, look.now));
    for (const each of due) this.#looked.set(canaryKey(each.name), { at: look.now, newest: newestOf(each) });
    return found;
  }

  /** Whether something is to be looked at: its newest run is another one, or it was not looked at for some minutes. */
  #isDue(key: string, newest: string, now: number): boolean {
    const before = this.#looked.get(key);
    return before?.newest !== newest || now - before.at >= LOOK_AGAIN_MS;
  }
}

/** Tells the states of a canary's newest run apart. */
const newestOf = ({ state, lastRun, modified }: CanaryWithLastRun) =>
  JSON.stringify([state, modified, lastRun?.id, lastRun?.state, lastRun?.completed]);

/** What is known of the canaries whose runs could be read. */
async function readSome(
  canaries: readonly CanaryWithLastRun[],
  readMs: number,
  { failingAfter, now }: Look,
  signal: AbortSignal,
): Promise<Observation[]> {
  const names = canaries.map(({ name }) => name);
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
