import { randomUUID } from 'node:crypto';
import type { BrowserType } from '../canary-definition';
import { type AttemptOutcome, type AttemptTools, attempt } from './attempt';
import type { CanarySpec } from './canary-spec';

/** Runs that go on at one time; the others wait for their turn. */
const AT_ONCE = 8;

const WORST_FIRST = ['CUT_OFF', 'TIMED_OUT', 'FAILED', 'ARTIFACTS_LOST'] as const;

/** A canary's scheduled run or dry run, and the instant for which it was scheduled. */
export type RunOrder = { id: string; spec: CanarySpec; at: number; dryRunId?: string };

/** Makes the runs of canaries and their retries, so many at a time. */
export class CanaryRunner {
  #going = 0;
  readonly #waiting = new Set<() => void>();

  constructor(private readonly tools: AttemptTools) {}

  /**
   * One run for each browser of the canary, or one. A failed one is tried again up to the canary's retries; one that
   * timed out is not [?], nor one that lost its artifacts. The last attempt's outcome counts, the worst of the browsers'.
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

  /** A cut off one waits no longer, whatever the others take. */
  async #inTurn(work: () => Promise<AttemptOutcome>, signal: AbortSignal): Promise<AttemptOutcome> {
    if (this.#going < AT_ONCE) this.#going += 1;
    else if (!(await this.#turn(signal))) return 'CUT_OFF';
    try {
      return signal.aborted ? 'CUT_OFF' : await work();
    } finally {
      this.#pass();
    }
  }

  /** Whether the turn came before the signal. */
  #turn(signal: AbortSignal): Promise<boolean> {
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

  #pass(): void {
    const [next] = this.#waiting;
    if (!next) this.#going -= 1;
    else {
      this.#waiting.delete(next);
      next();
    }
  }
}
