import type { CostFailure } from '@/lib/farm/stream/cost-event';
import { MINUTE, SECOND } from '@/lib/time/duration';
import { asProblemError, mayPass } from '../../aws/problem';
import { exactNow } from '../../clock';
import { AggregationRun, type RunOptions } from './aggregation-run';

/** AWS keeps results for an hour from Start, and reading them takes time too. */
const REUSED_FOR_MS = 55 * MINUTE;
/** Minimum age at which a request for fresh figures replaces a result. */
const MIN_FRESH_AGE_MS = 5 * SECOND;

type Options = RunOptions & {
  /** Whether an archived answer will do. */
  mayBeArchived: boolean;
  /** Called when nobody waits for it and no work goes on. */
  onIdle(): void;
};

/**
 * One aggregation, shared by all viewers who need it at any time of its life. It waits for its turn while it has a viewer, and
 * its pages are read while it has one, later from where reading stopped.
 */
export class SharedAggregation {
  readonly run: AggregationRun;
  #archivedReadAt = Number.POSITIVE_INFINITY;
  #viewerCount = 0;
  #left = new AbortController();
  #isWorking = false;

  constructor(private readonly options: Options) {
    this.run = new AggregationRun(options);
  }

  /** Adds a viewer until the returned function is called. */
  join(): () => void {
    this.#viewerCount += 1;
    if (this.#left.signal.aborted) this.#left = new AbortController();
    if (this.run.state.current.phase === 'failed')
      this.run.state.set({ phase: this.run.isCompleted ? 'reading' : 'aggregating' });
    this.#work();
    return () => {
      this.#viewerCount -= 1;
      if (this.#viewerCount > 0) return;
      this.#left.abort();
      if (!this.#isWorking) this.options.onIdle();
    };
  }

  /** Whether another viewer may join; with `fresh` only while it runs or when it has just started. */
  isReusable(fresh: boolean): boolean {
    const { isCompleted, asOf = 0 } = this.run;
    const { current } = this.run.state;
    if (current.phase === 'failed' && !this.#canContinueAfter(current.failure)) return false;
    const since = this.run.hasStarted ? asOf : this.#archivedReadAt;
    if (exactNow() - since >= REUSED_FOR_MS) return false;
    return !fresh || !isCompleted || exactNow() - asOf < MIN_FRESH_AGE_MS;
  }

  /** Whether it is worth keeping when nobody waits for it. */
  get isKept(): boolean {
    return (this.run.isCompleted || this.run.hasStarted) && this.isReusable(false);
  }

  /** AWS may answer the same poll or request for a page later. */
  #canContinueAfter(failure: CostFailure): boolean {
    return failure.status === 'PROBLEM' && mayPass(failure.problem) && this.run.hasStarted;
  }

  #work(): void {
    if (this.#isWorking || this.run.isOver) return;
    this.#isWorking = true;
    void this.#workOnce().finally(() => {
      this.#isWorking = false;
      if (this.#viewerCount === 0) this.options.onIdle();
      // A viewer may have come after the last one had left.
      else this.#work();
    });
  }

  async #workOnce(): Promise<void> {
    const { run } = this;
    const { signal } = this.#left;
    try {
      if (!run.isCompleted && !(await this.#isArchived())) await run.aggregate(signal);
      while (!run.isOver && this.#viewerCount > 0) await run.readPage(signal);
    } catch (error) {
      if (signal.aborted && error === signal.reason) return;
      const { problem } = asProblemError(error);
      run.state.set({ phase: 'failed', failure: { status: 'PROBLEM', problem } });
    }
  }

  async #isArchived(): Promise<boolean> {
    if (!this.options.mayBeArchived || this.run.hasStarted) return false;
    this.#archivedReadAt = exactNow();
    return this.run.readArchive();
  }
}
