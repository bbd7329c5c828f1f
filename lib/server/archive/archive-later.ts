import { SerialQueue } from '@/lib/disk/serial-queue';
import { SECOND } from '@/lib/time/duration';
import { watchQueues } from '../metrics/queues';
import { processWide } from '../process-wide';

/** Packing a large profile holds the engine for a tenth of a second, which would delay the viewer's first zooms. */
const DELAY_MS = 10 * SECOND;

/** Maximum number of answers waiting or being archived; further ones are not archived. */
const MAX_UNFINISHED = 100;

/** Archives answers one at a time, some seconds after their viewers have them. Logs failures. */
class ArchiveLater {
  readonly #queue = new SerialQueue();
  readonly #waiting = new Set<() => Promise<unknown>>();
  #unfinished = 0;

  /** Returns whether there is room: of too many answers waiting, further ones are not archived. */
  add(work: () => Promise<unknown>): boolean {
    if (this.#unfinished >= MAX_UNFINISHED) return false;
    this.#unfinished += 1;
    this.#waiting.add(work);
    setTimeout(() => void this.#start(work), DELAY_MS).unref();
    return true;
  }

  /** Answers that wait or are being archived. */
  get unfinishedCount(): number {
    return this.#unfinished;
  }

  /** Archives now what is waiting. */
  async flush(): Promise<void> {
    await Promise.all([...this.#waiting].map((work) => this.#start(work)));
    await this.#queue.idle();
  }

  async #start(work: () => Promise<unknown>): Promise<void> {
    if (!this.#waiting.delete(work)) return;
    await this.#queue
      .run(work)
      .catch((error: Error) => console.error('archive: an answer was not archived:', error.message));
    this.#unfinished -= 1;
  }
}

export const archiveLater = () =>
  processWide('archive later', () => {
    const later = new ArchiveLater();
    watchQueues('archive', () => ({ archive: later.unfinishedCount }));
    return later;
  });
