/** Retries that may fail one after the other. */
const MAX_RETRIES = 20;

/**
 * Retries that an operation has left: each takes one, and each call that succeeds gives one back. The clients have a budget of their
 * own for all operations of a service, which one that fails would use up for the others.
 */
export class RetryBudget {
  #left = MAX_RETRIES;

  /** Takes a retry, and returns whether there was one. */
  take(): boolean {
    if (this.#left === 0) return false;
    this.#left -= 1;
    return true;
  }

  giveBack(): void {
    this.#left = Math.min(MAX_RETRIES, this.#left + 1);
  }
}
