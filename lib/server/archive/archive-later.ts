import { SerialQueue } from '@/lib/disk/serial-queue';
import { SECOND } from '@/lib/time/duration';
import { processWide } from '../process-wide';

/** Packing a large profile holds the engine for a tenth of a second, which would delay the viewer's first zooms. */
const DELAY_MS = 10 * SECOND;

/** Further answers are not archived until some are. */
const MAX_WAITING = 100;

/** Archives answers one after the other, a moment after their viewers have them. Failures are logged. */
class ArchiveLater {
  readonly #queue = new SerialQueue();
  readonly #waiting = new Set<() => Promise<unknown>>();

  add(work: () => Promise<unknown>): void {
    if (this.#waiting.size >= MAX_WAITING) return;
    this.#waiting.add(work);
    setTimeout(() => void this.#start(work), DELAY_MS).unref();
  }

  /** Archives what is waiting now. */
  async flush(): Promise<void> {
    await Promise.all([...this.#waiting].map((work) => this.#start(work)));
    await this.#queue.idle();
  }

  async #start(work: () => Promise<unknown>): Promise<void> {
    if (!this.#waiting.delete(work)) return;
    await this.#queue
      .run(work)
      .catch((error: Error) => console.error('archive: an answer was not archived:', error.message));
  }
}

export const archiveLater = () => processWide('archive later', () => new ArchiveLater());
