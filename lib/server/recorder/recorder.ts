import type { ProblemError } from '@/lib/answer/problem';
import { retainedFrom } from '@/lib/canary/availability';
import { matchesAny } from '@/lib/overview/view';
import { HOURLY_RETENTION_MS } from '@/lib/profile/range/profile-periods';
import { DAY, HOUR } from '@/lib/time/duration';
import { archiveLater } from '../archive/archive-later';
import { exactNow } from '../clock';
import type { Config } from '../config/config';
import { SETTLED_AFTER_MS } from '../deadline/costs/archived-rows';
import { recordDay } from '../deadline/costs/record-day';
import { processWide } from '../process-wide';
import { listProfilingGroups } from '../profiler/list-profiling-groups';
import { recordHours } from '../profiler/record-hours';
import { recordSamples } from '../profiler/samples/sample-blocks';
import { describeCanaries } from '../synthetics/describe-canaries';
import { readRuns } from '../synthetics/runs/read-runs';
import { RunArchive } from '../synthetics/runs/run-archive';

/** What is left for the next pass, so that one doesn't take hours. */
const MAX_PROFILES_PER_PASS = 300;

/** Days of costs whose aggregation may be missing, and how many are recorded of a farm in a pass: viewers wait while it aggregates. */
const MAX_DAYS = 31;
const MAX_DAYS_PER_PASS = 5;

/** A run is read again this long after it started, because it may have been running. */
const OVERLAP_MS = HOUR;

/** Archives what AWS will delete, whether somebody looks at it or not. */
export class Recorder {
  /** When the last runs of a canary were read, by its name. */
  readonly #runsReadAt = new Map<string, number>();
  /** The days of a farm whose costs are archived, by its id. */
  readonly #days = new Map<string, Set<number>>();
  /** Moves answers to what is recorded, once they are archived. */
  #afterwards: (() => Promise<void>)[] = [];

  /** Records what is new since the last pass, one request at a time. Logs what fails, and rejects only when the signal is aborted. */
  async pass(record: NonNullable<Config['record']>, signal: AbortSignal): Promise<void> {
    const { profilingGroups = [], canaries = [], farms = [] } = record;
    this.#afterwards = [];
    if (profilingGroups.length > 0)
      await logged('profiles', signal, () => this.#recordProfiles(profilingGroups, signal));
    if (canaries.length > 0) await logged('runs', signal, () => this.#recordRuns(canaries, signal));
    for (const farmId of farms)
      await logged(`costs of ${farmId}`, signal, () => this.#recordCosts(farmId, signal));
    await archiveLater().flush();
    for (const work of this.#afterwards) await logged('archive', signal, work);
  }

  async #recordProfiles(patterns: readonly string[], signal: AbortSignal): Promise<void> {
    const { data: groups } = await listProfilingGroups(undefined, signal);
    let left = MAX_PROFILES_PER_PASS;
    for (const { name } of groups.filter((group) => matchesAny(group.name, patterns))) {
      await logged(`profiles of ${name}`, signal, async () => {
        const { count, failure } = await recordHours(name, { maxProfiles: left, signal });
        left -= count;
        if (count > 0) console.log(`recorder: archived ${count} profiles of ${name}`);
        const now = exactNow();
        this.#afterwards.push(() =>
          recordSamples(name, 'PT1H', { from: now - HOURLY_RETENTION_MS, to: now }),
        );
        if (failure) throw failure;
      });
      if (left <= 0) return;
    }
  }

  /** The days that can't change any more, the newest first. */
  async #recordCosts(farmId: string, signal: AbortSignal): Promise<void> {
    const known = this.#days.get(farmId) ?? new Set();
    this.#days.set(farmId, known);
    const newest = Math.floor((exactNow() - SETTLED_AFTER_MS) / DAY) - 1;
    const days = Array.from({ length: MAX_DAYS }, (_, before) => newest - before);
    for (const day of days.filter((each) => !known.has(each)).slice(0, MAX_DAYS_PER_PASS)) {
      await logged(`costs of ${farmId} on ${utcDate(day)}`, signal, async () => {
        this.#afterwards.push(await recordDay(farmId, day, signal));
        known.add(day);
      });
    }
  }

  async #recordRuns(patterns: readonly string[], signal: AbortSignal): Promise<void> {
    const { data: canaries } = await describeCanaries(undefined, signal);
    for (const canary of canaries.filter(({ name }) => matchesAny(name, patterns))) {
      await logged(`runs of ${canary.name}`, signal, async () => {
        const now = exactNow();
        const readAt = this.#runsReadAt.get(canary.name) ?? Number.NEGATIVE_INFINITY;
        await readRuns(canary, Math.max(readAt - OVERLAP_MS, retainedFrom(canary, now)), signal);
        this.#runsReadAt.set(canary.name, now);
        this.#afterwards.push(async () => RunArchive.of(canary)?.record(canary, now));
      });
    }
  }
}

/** A UTC day, counted from 1970: `2026-11-24`. */
const utcDate = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

export const recorder = () => processWide('recorder', () => new Recorder());

/** Logs why something was not recorded, unless the signal is aborted. */
async function logged(what: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    signal.throwIfAborted();
    console.error(`recorder: ${what}: ${(error as ProblemError).message}`);
  }
}
