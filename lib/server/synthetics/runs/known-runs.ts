import { hasNoKnownEnd } from '@/lib/canary/no-end';
import type { Canary, CanaryRun } from '@/lib/canary/run';
import { RunSet } from '@/lib/canary/run-set';
import { MINUTE } from '@/lib/time/duration';

/** [?] AWS may list a run up to this long after its start, and out of order by as much. */
export const MAX_DISORDER_MS = MINUTE;

/** Maximum number of newest runs whose start is known. AWS sends as many at a time. */
const MAX_NEWEST = 100;

/** What is known of runs, epoch milliseconds. */
type Ends = Pick<KnownRuns, 'from' | 'completeFrom' | 'asOf'>;

/** All runs of a canary from an instant on. */
export class KnownRuns {
  /** Epoch milliseconds; infinite if nothing is known, or if there are no older runs. */
  from = Number.POSITIVE_INFINITY;
  /** The instant from which both passed and failed runs are known: AWS may keep these for different times. Epoch milliseconds. */
  completeFrom = Number.POSITIVE_INFINITY;
  /** When AWS gave the oldest part, epoch milliseconds. */
  asOf = Number.POSITIVE_INFINITY;
  /** The runs in the order in which they became known, or a newer state of them. */
  readonly arrivals: CanaryRun[] = [];
  readonly #set = new RunSet();
  readonly #running = new Map<string, CanaryRun>();
  #sorted: readonly CanaryRun[] | undefined;
  #newest = Number.NEGATIVE_INFINITY;
  #oldest = Number.POSITIVE_INFINITY;
  /** Starts of the newest runs, newest first. */
  readonly #newestStarts: number[] = [];

  get size(): number {
    return this.#set.size;
  }

  /** Start of the newest run; -Infinity without any. */
  get newest(): number {
    return this.#newest;
  }

  /** Start of the oldest run. */
  get oldest(): number {
    return this.#oldest;
  }

  /** Start of the oldest of the newest hundred runs, or of all known ones if there are fewer. */
  get newestFrom(): number {
    return this.#newestStarts.length < MAX_NEWEST ? this.from : (this.#newestStarts.at(-1) ?? this.from);
  }

  has(id: string): boolean {
    return this.#set.get(id) !== undefined;
  }

  overlaps(runs: readonly CanaryRun[]): boolean {
    return runs.some(({ id }) => this.has(id));
  }

  hasArtifactsAt(location: string): boolean {
    return this.arrivals.some(({ artifactLocation }) => artifactLocation === location);
  }

  /** Whether no newer state of a run is known, and AWS still lists it. */
  isCurrent(run: CanaryRun): boolean {
    return this.#set.get(run.id) === run;
  }

  /** Adds runs. All from `from` on are known then, passed and failed ones from `completeFrom` on, provided that they continue the known ones. */
  add(runs: readonly CanaryRun[], { from, completeFrom, asOf }: Ends): void {
    for (const run of runs) {
      const before = this.#set.size;
      if (!this.#set.add(run)) continue;
      if (this.#set.size > before) this.#addStart(run.started);
      this.#sorted = undefined;
      this.arrivals.push(run);
      this.#newest = Math.max(this.#newest, run.started);
      this.#oldest = Math.min(this.#oldest, run.started);
      if (run.state === 'RUNNING') this.#running.set(run.id, run);
      else this.#running.delete(run.id);
    }
    if (this.completeFrom <= this.from)
      this.completeFrom = Math.min(this.completeFrom, Math.max(from, completeFrom));
    this.from = Math.min(this.from, from);
    this.asOf = Math.min(this.asOf, asOf);
  }

  /** Adds runs that were read before, unless there may be unknown ones in between, and returns whether it did. */
  absorb(earlier: KnownRuns, canary: Canary, now: number): boolean {
    if (this.from > Math.max(earlier.settledUntil(canary, now), earlier.from)) return false;
    // Those that were running were listed again, or AWS no longer has them.
    for (const { id } of earlier.running(canary, now)) if (!this.has(id)) earlier.forget(id);
    this.add(earlier.newestFirst(), earlier);
    return true;
  }

  /** Runs that may have ended since they were read. */
  running(canary: Canary, now: number): CanaryRun[] {
    return [...this.#running.values()].filter((run) => !hasNoKnownEnd(run, canary, now));
  }

  /** The instant before which every run has ended, or will never have a known end, and AWS lists no other one any more. */
  settledUntil(canary: Canary, now: number): number {
    const running = this.running(canary, now);
    return running.reduce((first, { started }) => Math.min(first, started), this.#newest) - MAX_DISORDER_MS;
  }

  /** Forgets a running run that AWS no longer lists, as when its canary was stopped. */
  forget(id: string): void {
    this.#sorted = undefined;
    this.#set.delete(id);
    this.#running.delete(id);
  }

  /** The runs that started at or after an instant. */
  since(instant: number): KnownRuns {
    const runs = new KnownRuns();
    const { asOf } = this;
    const from = Math.max(this.from, instant);
    const completeFrom = Math.max(this.completeFrom, instant);
    const kept = this.newestFirst().filter(({ started }) => started >= instant);
    runs.add(kept, { from, completeFrom, asOf });
    return runs;
  }

  #addStart(started: number): void {
    const starts = this.#newestStarts;
    const at = starts.findLastIndex((start) => start >= started) + 1;
    if (at >= MAX_NEWEST) return;
    starts.splice(at, 0, started);
    starts.length = Math.min(starts.length, MAX_NEWEST);
  }

  /** Sorted once for all who compute from them. */
  newestFirst(): readonly CanaryRun[] {
    this.#sorted ??= this.#set.newestFirst();
    return this.#sorted;
  }
}
