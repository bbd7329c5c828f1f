/** Lets at most `max` calls run at a time. The others wait, in order. */
export class CallLimit {
  #runningCount = 0;
  readonly #waiting = new Set<() => void>();

  constructor(private readonly max: number) {}

  /** Runs a call when it is its turn. An abort while it waits rejects with the signal's reason. */
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
