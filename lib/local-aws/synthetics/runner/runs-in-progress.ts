import type { AttemptOutcome } from './attempt';
import type { CanaryRunner, RunOrder } from './canary-runner';

type UnderWay = { ending: AbortController; ended: Promise<AttemptOutcome | undefined> };

/** The runs that go on, of each canary one that was scheduled and one dry run at most, and what follows on them. */
export class RunsUnderWay {
  readonly #runs = new Map<string, UnderWay>();
  readonly #dryRuns = new Map<string, UnderWay>();
  readonly #work = new Set<Promise<unknown>>();
  #closed = false;

  constructor(private readonly runner: CanaryRunner) {}

  hasRun(name: string): boolean {
    return this.#runs.has(name);
  }

  hasDryRun(name: string): boolean {
    return this.#dryRuns.has(name);
  }

  /** Begins a run, or a dry run when it has an id; `then` is told how it went, or nothing when it could not be kept. */
  begin(order: RunOrder, then: (outcome: AttemptOutcome | undefined) => Promise<void>): void {
    const { name } = order.spec;
    const underWay = order.dryRunId === undefined ? this.#runs : this.#dryRuns;
    const ending = new AbortController();
    if (this.#closed) ending.abort();
    const ended = this.runner
      .run(order, ending.signal)
      .catch((error: Error) => {
        console.error(`local-aws: a run of ${name} was not kept: ${error.message}`);
        return undefined;
      })
      .finally(() => underWay.delete(name));
    underWay.set(name, { ending, ended });
    this.follow(ended.then(then));
  }

  /** Ends a canary's scheduled run, which leaves nothing. */
  async cutOff(name: string): Promise<void> {
    const run = this.#runs.get(name);
    run?.ending.abort();
    await run?.ended;
  }

  /** Lets work go on beside, which `idle` waits for. */
  follow(work: Promise<unknown>): void {
    const followed = work
      .catch((error: Error) => console.error('local-aws: of the canaries:', error.message))
      .finally(() => this.#work.delete(followed));
    this.#work.add(followed);
  }

  /** Resolves when no run goes on, nor what follows on one. */
  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
  }

  /** Cuts off all that goes on or begins from now on. */
  close(): void {
    this.#closed = true;
    for (const { ending } of [...this.#runs.values(), ...this.#dryRuns.values()]) ending.abort();
  }
}
