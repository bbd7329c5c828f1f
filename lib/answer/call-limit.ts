import { ProblemError } from './problem';

/** When a call that found too many others waiting makes sense again. */
const RETRY_AFTER_SECONDS = 10;

/** Lets at most `max` calls run at a time. The others wait, in order; a call that finds `maxWaiting` others waiting is refused. */
export class CallLimit {
  #runningCount = 0;
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly max: number,
    private readonly maxWaiting = Number.POSITIVE_INFINITY,
  ) {}

  /**
   * Runs a call when it is its turn. Rejects with the signal's reason when aborted while it waits, and with a retryable
   * ProblemError when too many others wait.
   */
  async run<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    if (this.#runningCount >= this.max) await this.#turn(signal);
    else this.#runningCount += 1;
    try {
      return await call();
    } finally {
      this.#pass();
    }
  }

  /** Waits until another call passes its turn on. */
  #turn(signal: AbortSignal | undefined): Promise<void> {
    if (this.#waiting.size >= this.maxWaiting) return Promise.reject(tooManyWaiting());
    return new Promise((resolve, reject) => {
      const start = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.#waiting.delete(start);
        reject(signal?.reason);
      };
      this.#waiting.add(start);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  #pass(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#runningCount -= 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}

const tooManyWaiting = () =>
  new ProblemError({
    code: 'Busy',
    message: 'Too many others wait for the same kind of answer. Try again in a few seconds.',
    status: 429,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    retryable: true,
  });
