import { ProblemError } from './problem';

/** When a call that found too many others waiting makes sense again. */
const RETRY_AFTER_SECONDS = 10;

/** Lets at most `max` calls run at a time. The others wait, in order; a call that finds `maxWaiting` others waiting is refused. */
export class CallLimit {
  #runningCount = 0;
  /** Starts of calls, in their order, and who wants to know how many come before. */
  readonly #waiting = new Map<() => void, ((before: number) => void) | undefined>();

  constructor(
    private readonly max: number,
    private readonly maxWaiting = Number.POSITIVE_INFINITY,
  ) {}

  /** Calls that wait for their turn. */
  get waitingCount(): number {
    return this.#waiting.size;
  }

  /**
   * Runs a call when it is its turn. Rejects with the signal's reason when aborted while it waits, and with a retryable
   * ProblemError when too many others wait. `onPlace` gets the number of calls that wait before this one when it changes.
   */
  async run<T>(call: () => Promise<T>, signal?: AbortSignal, onPlace?: (before: number) => void): Promise<T> {
    signal?.throwIfAborted();
    if (this.#runningCount >= this.max) await this.#turn(signal, onPlace);
    else this.#runningCount += 1;
    try {
      return await call();
    } finally {
      this.#pass();
    }
  }

  /** Waits for a turn that lasts until the returned function is called. Rejects like `run`. */
  hold(signal?: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      this.run(() => new Promise<void>((release) => resolve(release)), signal).catch(reject);
    });
  }

  /** Waits until another call passes its turn on. */
  #turn(signal?: AbortSignal, onPlace?: (before: number) => void): Promise<void> {
    if (this.#waiting.size >= this.maxWaiting) return Promise.reject(tooManyWaiting());
    return new Promise((resolve, reject) => {
      const start = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.#waiting.delete(start);
        this.#tellPlaces();
        reject(signal?.reason);
      };
      this.#waiting.set(start, onPlace);
      onPlace?.(this.#waiting.size - 1);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  #pass(): void {
    const [next] = this.#waiting.keys();
    if (!next) {
      this.#runningCount -= 1;
      return;
    }
    this.#waiting.delete(next);
    next();
    this.#tellPlaces();
  }

  #tellPlaces(): void {
    let before = 0;
    for (const onPlace of this.#waiting.values()) onPlace?.(before++);
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
