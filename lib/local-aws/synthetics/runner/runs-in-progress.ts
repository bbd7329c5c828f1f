import type { AttemptOutcome } from './attempt';
import type { CanaryRunner, RunOrder } from './canary-runner';

type RunInProgress = { abort: AbortController; ended: Promise<AttemptOutcome | undefined> };

/** The runs in progress, at most one scheduled run and one dry run of each canary, and the work that follows them. */
export class RunsInProgress {
  readonly #runs = new Map<string, RunInProgress>();
  readonly #dryRuns = new Map<string, RunInProgress>();
  readonly #work = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(private readonly runner: CanaryRunner) {}

  hasRun(name: string): boolean {
    return this.#runs.has(name);
  }

  hasDryRun(name: string): boolean {
    return this.#dryRuns.has(name);
  }

  /** Starts a run, or a dry run when it has an id. `then` gets the outcome, or undefined when the run couldn't be recorded. */
  start(order: RunOrder, then: (outcome: AttemptOutcome | undefined) => Promise<void>): void {
    const { name } = order.spec;
    const runs = order.dryRunId === undefined ? this.#runs : this.#dryRuns;
    const abort = new AbortController();
    if (this.#isClosed) abort.abort();
    const ended = this.runner
      .run(order, abort.signal)
      .catch((error: Error) => {
        console.error(`local-aws: a run of ${name} was not recorded: ${error.message}`);
        return undefined;
      })
      .finally(() => runs.delete(name));
    runs.set(name, { abort, ended });
    this.track(ended.then(then));
  }

  /** Cancels a canary's scheduled run, which is not recorded. */
  async cancel(name: string): Promise<void> {
    const run = this.#runs.get(name);
    run?.abort.abort();
    await run?.ended;
  }

  /** Lets work continue in the background. `idle` waits for it. */
  track(work: Promise<unknown>): void {
    const tracked = work
      .catch((error: Error) => console.error('local-aws: work after a canary run failed:', error.message))
      .finally(() => this.#work.delete(tracked));
    this.#work.add(tracked);
  }

  /** Resolves when no run and no work after a run is in progress. */
  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
  }

  /** Cancels all runs, including those that start later. */
  close(): void {
    this.#isClosed = true;
    for (const { abort } of [...this.#runs.values(), ...this.#dryRuns.values()]) abort.abort();
  }
}
