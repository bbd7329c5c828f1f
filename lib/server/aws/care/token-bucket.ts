import { SECOND } from '@/lib/time/duration';
import type { Timing } from '../timing';

/** The lowest rate after throttling, in requests a second: the clients' own delays slow down further. */
const MIN_RATE = 5;
/** Without throttling, a lowered rate doubles in this time. */
const DOUBLES_IN_MS = 3 * SECOND;
/** Requests that AWS throttles within this time count as one sign of too high a rate. */
const ONE_SIGN_MS = SECOND;

/**
 * Tokens for requests, which come at a rate: up to those of one second are kept. When AWS throttles, the rate becomes half of
 * what was requested, and grows again by itself.
 */
export class TokenBucket {
  #tokens: number;
  #rate: number;
  #countedAt: number;
  #slowedAt = Number.NEGATIVE_INFINITY;
  /** Requests of the last whole second, and since then. */
  #recent = { from: Number.NEGATIVE_INFINITY, count: 0, before: 0 };

  constructor(
    /** The highest rate, in requests a second. */
    private readonly maxRate: number,
    private readonly timing: Timing,
  ) {
    this.#rate = maxRate;
    this.#tokens = maxRate;
    this.#countedAt = timing.now();
  }

  /** Requests a second at present. */
  get rate(): number {
    this.#count();
    return this.#rate;
  }

  /** Takes a token, or waits until its turn comes. Rejects with the signal's reason when it is aborted, and leaves its turn to others. */
  async take(signal: AbortSignal): Promise<void> {
    this.#count();
    this.#tokens -= 1;
    try {
      if (this.#tokens < 0) await this.timing.wait((-this.#tokens / this.#rate) * SECOND, signal);
    } catch (error) {
      this.#tokens += 1;
      throw error;
    }
    this.#countRequest();
  }

  /** AWS throttled a request. */
  slowDown(): void {
    this.#count();
    const now = this.timing.now();
    if (now - this.#slowedAt < ONE_SIGN_MS) return;
    this.#slowedAt = now;
    const { count, before } = this.#recent;
    this.#rate = Math.max(
      Math.min(MIN_RATE, this.maxRate),
      Math.min(this.#rate, Math.max(count, before)) / 2,
    );
    this.#tokens = Math.min(this.#tokens, 0);
  }

  #count(): void {
    const now = this.timing.now();
    const elapsedMs = now - this.#countedAt;
    this.#countedAt = now;
    this.#tokens = Math.min(this.#rate, this.#tokens + (elapsedMs / SECOND) * this.#rate);
    this.#rate = Math.min(this.maxRate, this.#rate * 2 ** (elapsedMs / DOUBLES_IN_MS));
  }

  #countRequest(): void {
    const now = this.timing.now();
    const elapsedMs = now - this.#recent.from;
    if (elapsedMs >= SECOND)
      this.#recent = { from: now, count: 0, before: elapsedMs < 2 * SECOND ? this.#recent.count : 0 };
    this.#recent.count += 1;
  }
}
