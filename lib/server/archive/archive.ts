import { join } from 'node:path';
import { SerialQueue } from '@/lib/disk/serial-queue';
import { ArchiveIndex } from './archive-index';
import { type Blob, DamagedBlob, MAX_BLOB_BYTES, packBlob, unpackBlob } from './blob';
import { type BlobStore, DiskBlobs } from './disk-blobs';

type Options = {
  folder: string;
  /** Bound on the sum of all blobs on disk. */
  maxBytes: number;
  /** Epoch milliseconds. */
  now(): number;
  /** Where the blobs are; the folder unless given. */
  blobs?: BlobStore;
};

/** An archived answer: `asOf` is when AWS gave it, epoch milliseconds; `hash` names its content. */
export type Archived = { hash: string; asOf: number; content: Uint8Array };

const SAVE_INDEX_AFTER_MS = 10_000;

/**
 * Answers that can't change any more, under the hash of their content, on disk. The least recently used are dropped once
 * the sum of their sizes exceeds a limit.
 */
export class Archive {
  readonly #blobs: BlobStore;
  readonly #writes = new SerialQueue();
  #saving: NodeJS.Timeout | undefined;

  private constructor(
    private readonly options: Options,
    blobs: BlobStore,
    private readonly index: ArchiveIndex,
  ) {
    this.#blobs = blobs;
  }

  /** Opens or creates an archive in a folder. Rejects when the folder can't be read. */
  static async open(options: Options): Promise<Archive> {
    const { folder, maxBytes, now, blobs = new DiskBlobs(join(folder, 'blobs')) } = options;
    const archive = new Archive(options, blobs, await ArchiveIndex.open(folder, blobs, maxBytes, now()));
    await archive.#removeDropped();
    return archive;
  }

  /** Whether there is an answer to a request; reading it can still fail. */
  has(key: string): boolean {
    return this.index.has(key);
  }

  /** The answer to a request; undefined when there is none, or it can't be read, which is logged. */
  async get(key: string): Promise<Archived | undefined> {
    const hash = this.index.hashOf(key);
    if (hash === undefined) return undefined;
    this.#saveLater();
    try {
      const bytes = await this.#blobs.read(hash);
      if (bytes) {
        const { asOf, content } = await unpackBlob(bytes, hash);
        return { hash, asOf, content };
      }
    } catch (error) {
      await this.#handleUnreadable(hash, error);
    }
    this.index.forget(key, hash);
    return undefined;
  }

  /**
   * Archives the answer to a request in place of an earlier one. When this resolves with its hash, the answer survives a
   * loss of power. Undefined for an answer that is too large. Rejects when it can't be written, as on a full disk.
   */
  put(blob: Blob): Promise<string | undefined> {
    return this.#writes.run(async () => {
      if (blob.content.length > MAX_BLOB_BYTES) return undefined;
      const { hash, bytes } = await packBlob(blob);
      if (!this.index.fits(bytes.length)) return undefined;
      await this.#blobs.write(hash, bytes);
      this.index.set(blob.key, { hash, bytes: bytes.length });
      await this.#removeDropped();
      this.#saveLater();
      return hash;
    });
  }

  /** Waits for what is being written and saves the index. */
  async close(): Promise<void> {
    await this.#writes.idle();
    clearTimeout(this.#saving);
    await this.index.save();
  }

  /** Sets a damaged blob aside, so that its answer is requested again. */
  async #handleUnreadable(hash: string, error: unknown): Promise<void> {
    try {
      if (!(error instanceof DamagedBlob)) throw error;
      await this.#blobs.setAside(hash, this.options.now(), error.message);
    } catch (failure) {
      console.error(`archive: ${hash} can't be read:`, failure);
    }
  }

  async #removeDropped(): Promise<void> {
    for (const hash of this.index.takeDropped()) await this.#blobs.remove(hash);
  }

  #saveLater(): void {
    this.#saving ??= setTimeout(() => {
      this.#saving = undefined;
      void this.#writes
        .run(() => this.index.save())
        .catch((error: Error) => console.error('archive: the index was not saved:', error.message));
    }, SAVE_INDEX_AFTER_MS).unref();
  }
}
