import { processWide } from '../../process-wide';

/** Maximum share of the server's time for computing what will be computed again soon. */
const MAX_SHARE = 1 / 10;

/** Keeps computing that can wait to a share of the server's time, for all canaries and viewers together. */
export class ComputingShare {
  #freeAt = Number.NEGATIVE_INFINITY;

  /** `now`: milliseconds since any instant. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether what can wait may be computed now. */
  get isFree(): boolean {
    return this.now() >= this.#freeAt;
  }

  /** Computes something, and counts the time. */
  compute<T>(work: () => T): T {
    const startedAt = this.now();
    const result = work();
    const endedAt = this.now();
    this.#freeAt = Math.max(this.#freeAt, endedAt + (endedAt - startedAt) / MAX_SHARE);
    return result;
  }
}

export const computingShare = () => processWide('canary health computing', () => new ComputingShare());
