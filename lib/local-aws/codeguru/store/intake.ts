import { ServiceError } from '../../protocol/service-error';

const MAX_CONCURRENT = 4;
const MAX_WAITING_BYTES = 128 * 1024 * 1024;

/**
 * Processes a few posts at a time, first come, first served, so that the decompressed profiles of many concurrent posts
 * aren't all in memory. When too many bytes are waiting, the next post is a ThrottlingException, which clients retry.
 */
export class Intake {
  #running = 0;
  #waitingBytes = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    readonly maxConcurrent = MAX_CONCURRENT,
    readonly maxWaitingBytes = MAX_WAITING_BYTES,
  ) {}

  async run<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    if (this.#running < this.maxConcurrent) this.#running += 1;
    else await this.#wait(bytes);
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #wait(bytes: number): Promise<void> {
    if (this.#waitingBytes + bytes > this.maxWaitingBytes) {
      const message = 'Too many profiles are being posted at once.';
      throw new ServiceError('ThrottlingException', 429, message, {}, { 'retry-after': '1' });
    }
    this.#waitingBytes += bytes;
    await new Promise<void>((start) => this.#waiting.push(start));
    this.#waitingBytes -= bytes;
  }

  /** Hands the place on to the next post. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
