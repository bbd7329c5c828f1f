type Options = {
  /** Called with the first viewer. `left` is aborted when the last one leaves. Never rejects. */
  work(left: AbortSignal): Promise<void>;
  /** Whether `work` is called again for viewers who came before it ended. */
  hasWork(): boolean;
  /** Called when there are no viewers and no work is in progress. */
  onIdle(): void;
};

/** Work that is done once for all viewers, and only while there are any. */
export class WhileViewed {
  #viewerCount = 0;
  #left = new AbortController();
  #isWorking = false;

  constructor(private readonly options: Options) {}

  /** Adds a viewer until the returned function is called. */
  join(): () => void {
    this.#viewerCount += 1;
    if (this.#left.signal.aborted) this.#left = new AbortController();
    this.#work();
    return () => {
      this.#viewerCount -= 1;
      if (this.#viewerCount > 0) return;
      this.#left.abort();
      if (!this.#isWorking) this.options.onIdle();
    };
  }

  #work(): void {
    if (this.#isWorking) return;
    this.#isWorking = true;
    void this.options.work(this.#left.signal).finally(() => {
      this.#isWorking = false;
      if (this.#viewerCount === 0) this.options.onIdle();
      // A viewer may have come after the last one had left.
      else if (this.options.hasWork()) this.#work();
    });
  }
}
