import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { writeDurably } from '@/lib/disk/durable-file';
import { readJsonFile } from '@/lib/disk/json-file';
import { DamagedBlob, FORMAT, unpackHead } from './blob';
import type { BlobStore } from './disk-blobs';

/** A blob and its size on disk. */
type Entry = { hash: string; bytes: number };

const MAX_ENTRIES = 50_000;

const file = z.object({
  format: z.literal(FORMAT),
  entries: z.array(z.tuple([z.string(), z.string(), z.number().int().min(1)])),
});

/**
 * Which blob answers which request, least recently used first. It holds nothing that the blobs don't: without its file,
 * or with an old one, it is rebuilt from their heads.
 */
export class ArchiveIndex {
  readonly #entries: LRUCache<string, Entry>;
  readonly #path: string;
  /** Blobs that no entry names any more. */
  #dropped: string[] = [];

  private constructor(folder: string, maxBytes: number) {
    this.#path = join(folder, 'index.json');
    this.#entries = new LRUCache({
      max: MAX_ENTRIES,
      maxSize: maxBytes,
      sizeCalculation: ({ bytes }) => bytes,
      dispose: ({ hash }, _key, reason) => {
        if (reason !== 'delete') this.#dropped.push(hash);
      },
    });
  }

  /** Reads the index of a folder and brings it up to date with the blobs there. `now` is in epoch milliseconds. */
  static async open(folder: string, blobs: BlobStore, maxBytes: number, now: number): Promise<ArchiveIndex> {
    const index = new ArchiveIndex(folder, maxBytes);
    const known = (await readJsonFile(index.#path, file, now))?.entries ?? [];
    const existing = new Set(await blobs.list());
    for (const [key, hash, bytes] of known) {
      if (existing.delete(hash)) index.set(key, { hash, bytes });
    }
    for (const { key, entry } of await entriesOf([...existing], blobs, now)) index.set(key, entry);
    return index;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** The blob of a request, which counts as used now. */
  hashOf(key: string): string | undefined {
    return this.#entries.get(key)?.hash;
  }

  /** Whether a blob of this size fits at all. */
  fits(bytes: number): boolean {
    return bytes <= this.#entries.maxSize;
  }

  set(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
  }

  /** Forgets a blob that is missing or damaged, unless the request has another one by now. */
  forget(key: string, hash: string): void {
    if (this.#entries.peek(key)?.hash === hash) this.#entries.delete(key);
  }

  /** Returns the blobs that were dropped to make room or replaced, once. */
  takeDropped(): string[] {
    if (this.#dropped.length === 0) return [];
    const named = new Set([...this.#entries.values()].map(({ hash }) => hash));
    const dropped = this.#dropped.filter((hash) => !named.has(hash));
    this.#dropped = [];
    return dropped;
  }

  /** Writes the index, so that the next start need not read the heads of all blobs. */
  save(): Promise<void> {
    const newestFirst = [...this.#entries.entries()];
    const entries = newestFirst.reverse().map(([key, { hash, bytes }]) => [key, hash, bytes]);
    return writeDurably(this.#path, JSON.stringify({ format: FORMAT, entries }));
  }
}

/** What the heads of blobs say, the oldest first. Damaged blobs are set aside. */
async function entriesOf(hashes: readonly string[], blobs: BlobStore, now: number) {
  const found: { key: string; entry: Entry; writtenAt: number }[] = [];
  for (const hash of hashes) {
    const blob = await blobs.readStart(hash);
    if (!blob) continue;
    try {
      const { key } = unpackHead(blob.start);
      found.push({ key, entry: { hash, bytes: blob.size }, writtenAt: blob.writtenAt });
    } catch (error) {
      if (!(error instanceof DamagedBlob)) throw error;
      await blobs.setAside(hash, now, error.message);
    }
  }
  return found.sort((a, b) => a.writtenAt - b.writtenAt);
}
