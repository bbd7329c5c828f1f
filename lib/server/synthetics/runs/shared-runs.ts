import { isNotFound, type Problem } from '@/lib/answer/problem';
import { retainedFrom } from '@/lib/canary/availability';
import type { Canary } from '@/lib/canary/run';
import { SECOND } from '@/lib/time/duration';
import { asProblemError } from '../../aws/problem';
import type { Timing } from '../../aws/timing';
import { ChangingState } from '../../changing-state';
import { exactNow } from '../../clock';
import { currentRecording } from '../../links/link-scope';
import { staleBecauseOf } from '../../stale-answer';
import { WhileViewed } from '../../while-viewed';
import { keptRuns } from './kept-runs';
import { readingTurn } from './reading-turn';
import { RunArchive } from './run-archive';
import { readRunsPage } from './run-calls';
import { RunIndex } from './run-index';
import type { RunsKind } from './runs-kind';

/** A viewer who comes within this time after the newest runs were read gets those. */
const FRESH_MS = 5 * SECOND;

type Options = {
  canary: Canary;
  kind: RunsKind;
  timing: Timing;
  /** Called when there are no viewers and no work is in progress. `isGone`: AWS no longer has the canary. */
  onIdle(isGone: boolean): void;
};

/** All runs from an instant on, epoch milliseconds. The older ones of a patient viewer can wait until those of other canaries were read. */
export type Needs = { from: number; archivedFrom?: number; isPatient?: boolean };

/** Somebody who needs all runs from an instant on, epoch milliseconds. */
export type Viewer = {
  readonly from: number;
  /** Earlier runs are needed back to this instant if the archive has them. */
  readonly archivedFrom: number;
  /** The instant before which AWS has no runs. */
  readonly oldest: number;
  /** Whether older runs can wait until those of other canaries were read. */
  readonly isPatient: boolean;
  readonly joinedAt: number;
  needsRefresh: boolean;
};

/** The runs of one canary, read once for all viewers, while there are any. */
export class SharedRuns {
  readonly index: RunIndex;
  /** Changes with everything that is read. A failure ends the reading until another viewer comes. */
  readonly state = new ChangingState<{ failure?: Problem }>({});
  #canary: Canary;
  readonly #viewers = new Set<Viewer>();
  /** When the last refresh began that was read to its end. */
  #refreshedAt = Number.NEGATIVE_INFINITY;
  readonly #viewed = new WhileViewed({
    work: (left) => this.#work(left),
    hasWork: () => !this.state.current.failure && this.#hasWork(),
    onIdle: () => this.options.onIdle(this.#isGone),
  });
  /** Aborted when another viewer comes. */
  #isAlone = new AbortController();
  #isGone = false;

  constructor(private readonly options: Options) {
    const { canary, kind, timing } = options;
    this.#canary = canary;
    this.index = new RunIndex(
      () => this.#canary,
      (nextToken, signal) => readRunsPage(canary.name, kind, nextToken, signal, timing),
      kind.runType === 'CANARY_RUN' ? RunArchive.of(canary) : undefined,
    );
  }

  /** Adds a viewer until `leave`, with the present state of the canary. AWS has nothing older than it keeps, nor than the canary. */
  join(canary: Canary, needs: Needs): { viewer: Viewer; leave(): void } {
    const { kind, timing } = this.options;
    this.#canary = canary;
    const { created = Number.NEGATIVE_INFINITY } = canary;
    const retained =
      kind.runType === 'CANARY_RUN' ? retainedFrom(canary, exactNow()) : Number.NEGATIVE_INFINITY;
    const oldest = Math.max(retained, created);
    const joinedAt = timing.now();
    // A link keeps what its page shows, not newer runs.
    const isSeen = currentRecording() !== undefined && this.index.asOf !== undefined;
    const viewer = {
      ...{ from: Math.max(needs.from, oldest), oldest },
      archivedFrom: Math.max(needs.archivedFrom ?? needs.from, created),
      ...{ isPatient: needs.isPatient ?? false, joinedAt },
      needsRefresh: joinedAt - this.#refreshedAt >= FRESH_MS && !isSeen,
    };
    this.#viewers.add(viewer);
    this.#isAlone.abort();
    this.#isAlone = new AbortController();
    if (this.state.current.failure) this.state.set({});
    const leave = this.#viewed.join();
    return {
      viewer,
      leave: () => {
        this.#viewers.delete(viewer);
        leave();
      },
    };
  }

  /** Whether everything was read that a viewer needs, as far as it can be. */
  isDone({ from, archivedFrom, needsRefresh }: Viewer): boolean {
    const { index } = this;
    return !needsRefresh && (index.isOver || (index.known.from <= from && !index.mayRestore(archivedFrom)));
  }

  /** Why a viewer gets the runs that were read before: newer ones can't be read while AWS fails. */
  staleFor(viewer: Viewer): Problem | undefined {
    const { failure } = this.state.current;
    const { asOf } = this.index;
    if (!failure || asOf === undefined || !this.isDone({ ...viewer, needsRefresh: false })) return undefined;
    return staleBecauseOf(failure, asOf);
  }

  /** Reads the newest runs for all viewers who wait for them, also for those who come meanwhile. */
  async #refresh(signal: AbortSignal): Promise<void> {
    const startedAt = this.options.timing.now();
    const kept = await keptRuns(this.#canary, this.options.kind);
    if (kept) this.index.restore(kept);
    else
      await this.index.refresh(
        signal,
        this.#neededBy(({ isPatient, archivedFrom }) =>
          isPatient ? Number.POSITIVE_INFINITY : archivedFrom,
        ),
        Math.min(...[...this.#viewers].map(({ archivedFrom }) => archivedFrom)),
      );
    this.#refreshedAt = startedAt;
    this.#isGone = false;
    for (const viewer of this.#viewers)
      if (viewer.joinedAt - startedAt < FRESH_MS) viewer.needsRefresh = false;
  }

  #hasWork(): boolean {
    return [...this.#viewers].some((viewer) => !this.isDone(viewer));
  }

  /** The start of the runs that waiting viewers need, epoch milliseconds; infinite without any. */
  #neededBy(startOf: (viewer: Viewer) => number): number {
    const waiting = [...this.#viewers].filter((viewer) => !this.isDone(viewer));
    return waiting.map(startOf).reduce((min, from) => Math.min(min, from), Number.POSITIVE_INFINITY);
  }

  #canWait(): boolean {
    return [...this.#viewers].every((viewer) => viewer.isPatient || this.isDone(viewer));
  }

  async #work(left: AbortSignal): Promise<void> {
    let endTurn: (() => void) | undefined;
    try {
      while (this.#hasWork()) {
        if ([...this.#viewers].some(({ needsRefresh }) => needsRefresh)) await this.#refresh(left);
        else if (endTurn || !this.#canWait())
          await this.index.readOlder(
            left,
            this.#neededBy(({ from }) => from),
            this.#neededBy(({ archivedFrom }) => archivedFrom),
          );
        else endTurn = await readingTurn(left, this.#isAlone.signal);
        this.state.set({});
      }
    } catch (error) {
      this.#refreshedAt = Number.NEGATIVE_INFINITY;
      if (left.aborted && error === left.reason) return;
      this.#isGone = isNotFound(error);
      this.state.set({ failure: asProblemError(error).problem });
    } finally {
      endTurn?.();
      this.index.save();
    }
  }
}
