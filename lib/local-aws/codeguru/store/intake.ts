import { ServiceError } from '../../protocol/service-error';

/** What is taken in at a time. [?] */
const AT_ONCE = 4;
const MAX_WAITING_BYTES = 128 * 1024 * 1024;

/**
 * Lets a few posts in at a time, first come, first served, so that those which arrive together don't hold all their
 * unzipped profiles in memory. When more bytes wait than there is room for, the next is a ThrottlingException, which
 * clients try again.
 */
export class Intake {
  #inside = 0;
  #waitingBytes = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    readonly atOnce = AT_ONCE,
    readonly maxWaitingBytes = MAX_WAITING_BYTES,
  ) {}

  async take<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    if (this.#inside < this.atOnce) this.#inside += 1;
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
    await new Promise<void>((enter) => this.#waiting.push(enter));
    this.#waitingBytes -= bytes;
  }

  /** Who leaves hands the place on. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#inside -= 1;
  }
}
