import { join } from 'node:path';
import { SerialQueue } from '@/lib/disk/serial-queue';
import { MINUTE } from '@/lib/time/duration';
import { ArchiveIndex } from './archive-index';
import {
  type AnswerToArchive,
  DamagedBlob,
  type FoundAnswer,
  MAX_BLOB_BYTES,
  packBlob,
  unpackBlob,
} from './blob';
import { type BlobStore, DiskBlobs, removeUnfinished } from './disk-blobs';

type Options = {
  folder: string;
  /** Bound on the sum of all blobs on disk. */
  maxBytes: number;
  /** Epoch milliseconds. */
  now(): number;
  /** Where the blobs are; in the folder unless given. */
  blobs?: BlobStore;
  /** Maximum number of answers; 20,000 by default. */
  maxEntries?: number;
  /** How long after a change the index is written; a minute by default. */
  saveIndexAfterMs?: number;
};

const MAX_ENTRIES = 20_000;
const SAVE_INDEX_AFTER_MS = MINUTE;

/**
 * Answers that can no longer change, on disk, each under the hash of its request, time and content. The least recently
 * used are deleted once the sum of their sizes exceeds a limit.
 */
export class Archive {
  readonly #writes = new SerialQueue();
  #saving: NodeJS.Timeout | undefined;

  private constructor(
    private readonly now: () => number,
    private readonly blobs: BlobStore,
    private readonly index: ArchiveIndex,
    private readonly saveIndexAfterMs: number,
  ) {}

  /** Opens or creates an archive in a folder. Rejects when the folder can't be read. */
  static async open(options: Options): Promise<Archive> {
    const { folder, maxBytes, now, blobs = new DiskBlobs(join(folder, 'blobs')) } = options;
    const { maxEntries = MAX_ENTRIES, saveIndexAfterMs = SAVE_INDEX_AFTER_MS } = options;
    await removeUnfinished(folder);
    const index = await ArchiveIndex.open(folder, blobs, { maxBytes, maxEntries }, now());
    const archive = new Archive(now, blobs, index, saveIndexAfterMs);
    await archive.#removeDropped();
    return archive;
  }

  /** Whether there is an answer to a request, unless its blob turns out to be missing or damaged. */
  has(key: string): boolean {
    return this.index.has(key);
  }

  /** The answer to a request, with its hash; undefined when there is none, or it can't be read, which is logged. */
  async get(key: string): Promise<FoundAnswer | undefined> {
    try {
      return await this.getToReplace(key);
    } catch {
      return undefined;
    }
  }

  /** The same for who extends an answer: rejects when it can't be read, because what it has would be lost. */
  async getToReplace(key: string): Promise<FoundAnswer | undefined> {
    const hash = this.index.hashOf(key);
    if (hash === undefined) return undefined;
    this.#saveLater();
    try {
      const bytes = await this.blobs.read(hash);
      if (bytes) return { hash, ...(await unpackBlob(bytes, hash)) };
      this.index.forget(key, hash);
    } catch (error) {
      await this.#handleUnreadable(key, hash, error);
    }
    return undefined;
  }

  /**
   * Archives the answer to a request in place of an earlier one. When this resolves with its hash, the answer survives a
   * loss of power. Undefined for an answer that is too large. Rejects when it can't be written, as on a full disk.
   */
  put(answer: AnswerToArchive): Promise<string | undefined> {
    return this.#writes.run(async () => {
      const { key, asOf, content } = answer;
      if (content.length > MAX_BLOB_BYTES) return undefined;
      const { hash, bytes } = await packBlob(answer);
      if (!this.index.fits(bytes.length)) return undefined;
      await this.blobs.write(hash, bytes);
      this.index.set(key, { hash, bytes: bytes.length, asOf });
      await this.#removeDropped();
      this.#saveLater();
      return hash;
    });
  }

  /** Removes the answer to a request, if there is one. */
  remove(key: string): Promise<void> {
    return this.#writes.run(async () => {
      this.index.drop(key);
      await this.#removeDropped();
      this.#saveLater();
    });
  }

  /** Waits for what is being written and writes the index. */
  saveIndex(): Promise<void> {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    return this.#writes.run(() => this.index.save());
  }

  /** Sets a damaged blob aside, so that its answer is requested again. Rejects with other errors: they may pass, so the blob stays. */
  async #handleUnreadable(key: string, hash: string, error: unknown): Promise<void> {
    if (!(error instanceof DamagedBlob)) {
      console.error(`archive: ${hash} can't be read:`, error);
      throw error;
    }
    this.index.forget(key, hash);
    await this.blobs
      .setAside(hash, this.now(), error.message)
      .catch((failure: Error) => console.error(`archive: ${hash} can't be set aside:`, failure.message));
  }

  async #removeDropped(): Promise<void> {
    for (const hash of this.index.dropped()) {
      await this.blobs.remove(hash).then(
        () => this.index.removed(hash),
        (error: Error) => console.error(`archive: ${hash} can't be removed:`, error.message),
      );
    }
  }

  #saveLater(): void {
    this.#saving ??= setTimeout(() => {
      this.saveIndex().catch((error: Error) =>
        console.error('archive: the index was not saved:', error.message),
      );
    }, this.saveIndexAfterMs).unref();
  }
}
