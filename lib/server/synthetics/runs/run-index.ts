import { completeFrom, retainedFrom } from '@/lib/canary/availability';
import type { Canary, CanaryRun } from '@/lib/canary/run';
import { DAY } from '@/lib/time/duration';
import { exactNow } from '../../clock';
import type { KeptRuns } from './kept-runs';
import { KnownRuns, MAX_DISORDER_MS } from './known-runs';
import { isRefusedToken, knownFrom, oldestStart, PageWalk, type ReadPage } from './page-walk';
import type { RunArchive } from './run-archive';
import { runsBytes } from './run-bytes';

/** Maximum number of runs that are read of a canary. */
export const MAX_RUNS = 200_000;

/** How often older pages are started over when AWS no longer accepts their token. */
const MAX_RESTARTS = 3;

/** Maximum number of pages that are read to join the newest one to earlier runs: those of two minutes in many locations. */
const MAX_GAP_PAGES = 5;

/** Runs with the pages that continue them, if AWS still accepts their token. */
type Part = { known: KnownRuns; walk: PageWalk | undefined };

/** The runs of a canary as far as they were read, from the newest one back. */
export class RunIndex {
  /** When AWS was asked for the newest runs, epoch milliseconds; undefined before. */
  asOf: number | undefined;
  /** Runs that can't be read, so far. */
  unreadableCount = 0;
  /** Whether AWS sent the same page again, so that older ones were not read. */
  isStuck = false;
  #part: Part = { known: new KnownRuns(), walk: undefined };
  /** Runs read earlier, with unknown ones in between. */
  #earlier: Part | undefined;
  #restartCount = 0;
  /** Start of the known runs before which the archive has none. */
  #archivedFrom: number | undefined;

  constructor(
    /** The canary in its present state. */
    private readonly canary: () => Canary,
    private readonly read: ReadPage,
    private readonly archive: RunArchive | undefined,
  ) {}

  get known(): KnownRuns {
    return this.#part.known;
  }

  /** Estimated memory of the runs. */
  get bytes(): number {
    return runsBytes(this.known.arrivals) + runsBytes(this.#earlier?.known.arrivals ?? []);
  }

  /** Whether there are older runs that are not read, because there are too many. */
  get isCut(): boolean {
    return this.known.size >= MAX_RUNS && this.known.from !== Number.NEGATIVE_INFINITY;
  }

  /** Whether no older runs can be read. */
  get isOver(): boolean {
    return this.known.from === Number.NEGATIVE_INFINITY || this.isCut || this.isStuck;
  }

  /** Whether the archive may have runs before the known ones, back to an instant. */
  mayRestore(needed: number): boolean {
    const { from } = this.known;
    return this.archive !== undefined && !this.isOver && from > needed && from !== this.#archivedFrom;
  }

  /** Takes the runs that a shared link keeps. */
  restore({ runs, from, completeFrom, ...read }: KeptRuns): void {
    const { asOf } = read;
    this.known.add(runs, { from, completeFrom: completeFrom ?? this.#completeFrom(asOf), asOf });
    Object.assign(this, read);
  }

  /**
   * Reads what is newer than the newest known run, and runs again that were running. Also what the archive has before, back
   * to `needed`. Runs from `keptFrom` on stay, although AWS has deleted them.
   */
  async refresh(signal: AbortSignal, needed: number, keptFrom = needed): Promise<void> {
    const asOf = exactNow();
    const walk = new PageWalk(this.read);
    const [page] = await Promise.all([this.#next(walk, signal), this.#restore(needed, signal)]);
    this.#forgetExpired(keptFrom);
    if (this.isStuck) this.#part.walk = undefined;
    this.isStuck = false;
    this.#restartCount = 0;
    if (this.known.overlaps(page)) await this.#join(page, walk, asOf, signal);
    else this.#startWith(page, walk, asOf);
    for (let count = 0; count < MAX_GAP_PAGES && this.#isNearEarlier(); count++)
      await this.readOlder(signal, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    this.asOf = asOf;
  }

  /**
   * Reads older runs: those read earlier, else all of the archive back to `archivedFrom`, else a page of AWS if `needed` is earlier than
   * what is known.
   */
  async readOlder(signal: AbortSignal, needed: number, archivedFrom = needed): Promise<void> {
    if (this.#absorbEarlier()) return;
    if (await this.#restoreBefore(archivedFrom, signal)) return;
    if (this.known.from <= needed) return;
    const asOf = exactNow();
    const { walk = new PageWalk(this.read) } = this.#part;
    try {
      const page = await this.#next(walk, signal);
      // Pages from the newest one on lead to where reading ended, unless there are unknown runs in between.
      if (walk !== this.#part.walk && !this.known.overlaps(page)) return this.#startWith(page, walk, asOf);
      this.#part.walk = walk;
      this.#add(page, walk, asOf);
    } catch (error) {
      if (!isRefusedToken(error) || ++this.#restartCount > MAX_RESTARTS) throw error;
      this.#part.walk = undefined;
    }
  }

  /** Writes what can't change any more to the archive, some seconds later. */
  save(): void {
    this.archive?.save(() => this.known, this.canary());
  }

  async #restore(needed: number, signal: AbortSignal): Promise<void> {
    if (this.known.size === 0) await this.archive?.restoreNewest(this.known, this.canary(), exactNow());
    await this.#restoreBefore(needed, signal);
  }

  /** Adds what the archive has before the known runs, back to an instant, and returns whether it has any. */
  async #restoreBefore(needed: number, signal: AbortSignal): Promise<boolean> {
    const isAny = await this.archive?.restoreBefore(
      this.known,
      this.canary(),
      this.#isEnough(needed, signal),
    );
    if (isAny) this.#part.walk = undefined;
    else if (this.known.from > needed) this.#archivedFrom = this.known.from;
    return isAny ?? false;
  }

  #isEnough(needed: number, signal: AbortSignal): () => boolean {
    return () => signal.aborted || this.known.from <= needed || this.isOver;
  }

  /** Whether no more is missing before earlier runs than the archive always lacks: those of the last minutes. */
  #isNearEarlier(): boolean {
    const { known } = this.#earlier ?? {};
    return known !== undefined && !this.isOver && this.known.from - known.newest <= 2 * MAX_DISORDER_MS;
  }

  /** Merges pages that overlap the known runs, back to where those can't have changed. Nothing of them if reading is left. */
  async #join(first: readonly CanaryRun[], walk: PageWalk, asOf: number, signal: AbortSignal): Promise<void> {
    const running = this.known.running(this.canary(), asOf);
    const settled = this.known.settledUntil(this.canary(), asOf);
    const pages = [first];
    let oldest = oldestStart(first);
    while (oldest >= settled && !walk.isOver && !walk.isStuck) {
      const page = await this.#next(walk, signal);
      pages.push(page);
      oldest = Math.min(oldest, oldestStart(page));
    }
    const runs = pages.flat();
    const listed = new Set(runs.map(({ id }) => id));
    for (const { id, started } of running)
      if (!listed.has(id) && (walk.isOver || started > oldest + MAX_DISORDER_MS)) this.known.forget(id);
    this.known.add(runs, { from: knownFrom(runs, walk), completeFrom: this.#completeFrom(asOf), asOf });
  }

  /** Starts with the newest page. There may be unknown runs between it and those that were read before. */
  #startWith(page: readonly CanaryRun[], walk: PageWalk, asOf: number): void {
    if (this.known.size > (this.#earlier?.known.size ?? 0)) this.#earlier = this.#part;
    this.#part = { known: new KnownRuns(), walk };
    this.#add(page, walk, asOf);
    if (walk.isOver) this.#earlier = undefined;
  }

  #add(page: readonly CanaryRun[], walk: PageWalk, asOf: number): void {
    this.known.add(page, { from: knownFrom(page, walk), completeFrom: this.#completeFrom(asOf), asOf });
    if (walk === this.#part.walk) this.isStuck = walk.isStuck;
  }

  /** The instant from which AWS kept both passed and failed runs when it was asked. */
  #completeFrom(asOf: number): number {
    return completeFrom(this.canary(), asOf);
  }

  /** Runs of a server that has been running for months would fill its memory. Those from `keptFrom` on stay. */
  #forgetExpired(keptFrom: number): void {
    const { known, walk } = this.#part;
    const since = Math.min(retainedFrom(this.canary(), exactNow()) - DAY, keptFrom);
    if (known.oldest < since) this.#part = { known: known.since(since), walk };
  }

  #absorbEarlier(): boolean {
    const earlier = this.#earlier;
    if (!earlier || !this.known.absorb(earlier.known, this.canary(), exactNow())) return false;
    this.#part.walk = earlier.walk ?? this.#part.walk;
    this.#earlier = undefined;
    return true;
  }

  async #next(walk: PageWalk, signal: AbortSignal): Promise<CanaryRun[]> {
    const before = walk.unreadableCount;
    const page = await walk.next(signal);
    this.unreadableCount += walk.unreadableCount - before;
    return page;
  }
}
