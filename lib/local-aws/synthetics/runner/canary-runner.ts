import { randomUUID } from 'node:crypto';
import type { BrowserType } from '../canary-definition';
import { type AttemptOutcome, type AttemptTools, attempt } from './attempt';
import type { CanarySpec } from './canary-spec';

/** Further runs wait for their turn. */
const MAX_CONCURRENT_RUNS = 8;

const WORST_FIRST = ['CANCELLED', 'TIMED_OUT', 'FAILED', 'ARTIFACTS_LOST'] as const;

/** A scheduled run or dry run of a canary; `at` is the scheduled time. */
export type RunOrder = { canaryId: string; spec: CanarySpec; at: number; dryRunId?: string };

/** Runs canaries with their retries, up to eight at a time. */
export class CanaryRunner {
  #runCount = 0;
  readonly #waiting = new Set<() => void>();

  constructor(private readonly tools: AttemptTools) {}

  /**
   * Runs the canary in each of its browsers, or once without any. A failed run is retried as often as the canary allows;
   * one that timed out [?] or lost its artifacts is not. Returns the worst outcome of the browsers' last attempts.
   */
  async run(order: RunOrder, signal: AbortSignal): Promise<AttemptOutcome> {
    const { browsers = [undefined] } = order.spec;
    const outcomes = await Promise.all(
      browsers.map((browserType) => this.#inTurn(() => this.#attempts(order, browserType, signal), signal)),
    );
    const worst = WORST_FIRST.find((outcome) => outcomes.includes(outcome));
    return worst ?? 'PASSED';
  }

  async #attempts(
    order: RunOrder,
    browserType: BrowserType | undefined,
    signal: AbortSignal,
  ): Promise<AttemptOutcome> {
    const scheduledRunId = randomUUID();
    for (let n = 0; ; n++) {
      const outcome = await attempt(
        { ...order, scheduledRunId, attempt: n, browserType },
        this.tools,
        signal,
      );
      if (outcome !== 'FAILED' || n >= order.spec.maxRetries) return outcome;
    }
  }

  /** Runs `work` when fewer than the maximum are running. A cancelled run stops waiting. */
  async #inTurn(work: () => Promise<AttemptOutcome>, signal: AbortSignal): Promise<AttemptOutcome> {
    if (this.#runCount < MAX_CONCURRENT_RUNS) this.#runCount += 1;
    else if (!(await this.#waitForTurn(signal))) return 'CANCELLED';
    try {
      return signal.aborted ? 'CANCELLED' : await work();
    } finally {
      this.#passTurn();
    }
  }

  /** Resolves to whether the turn came before the signal aborted. */
  #waitForTurn(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const begin = () => {
        signal.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = () => {
        this.#waiting.delete(begin);
        resolve(false);
      };
      if (signal.aborted) return resolve(false);
      this.#waiting.add(begin);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  #passTurn(): void {
    const [next] = this.#waiting;
    if (!next) this.#runCount -= 1;
    else {
      this.#waiting.delete(next);
      next();
    }
  }
}
