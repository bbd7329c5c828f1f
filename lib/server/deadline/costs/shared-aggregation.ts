import type { CostFailure } from '@/lib/farm/stream/cost-event';
import { MINUTE, SECOND } from '@/lib/time/duration';
import { asProblemError, mayPass } from '../../aws/problem';
import { exactNow } from '../../clock';
import { notKept } from '../../links/link-problems';
import { keptLink } from '../../links/link-scope';
import { WhileViewed } from '../../while-viewed';
import { AggregationRun, type RunOptions } from './aggregation-run';

/** AWS keeps results for an hour from Start, and reading them takes time too. */
const REUSED_FOR_MS = 55 * MINUTE;
/** Minimum age at which a request for fresh figures replaces a result. */
const MIN_FRESH_AGE_MS = 5 * SECOND;

type Options = RunOptions & {
  /** Whether an archived answer will do. */
  mayBeArchived: boolean;
  /** Called when there are no viewers and no work is in progress. */
  onIdle(): void;
};

/**
 * One aggregation, shared by all viewers who need it at any time of its life. It waits for its turn while it has a viewer, and
 * its pages are read while it has one, later from where reading stopped.
 */
export class SharedAggregation {
  readonly run: AggregationRun;
  #archivedReadAt = Number.POSITIVE_INFINITY;
  readonly #viewed = new WhileViewed({
    work: (left) => this.#work(left),
    hasWork: () => !this.run.isOver,
    onIdle: () => this.options.onIdle(),
  });

  constructor(private readonly options: Options) {
    this.run = new AggregationRun(options);
  }

  /** Adds a viewer until the returned function is called. */
  join(): () => void {
    if (this.run.state.current.phase === 'failed')
      this.run.state.set({ phase: this.run.isCompleted ? 'reading' : 'aggregating' });
    return this.#viewed.join();
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

  async #work(left: AbortSignal): Promise<void> {
    const { run } = this;
    try {
      if (!run.isCompleted && !(await this.#isArchived())) {
        if (keptLink()) throw notKept();
        await run.aggregate(left);
      }
      while (!run.isOver && !left.aborted) await run.readPage(left);
    } catch (error) {
      if (left.aborted && error === left.reason) return;
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
