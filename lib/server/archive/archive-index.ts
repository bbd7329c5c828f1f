import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { writeDurably } from '@/lib/disk/durable-file';
import { DamagedBlob, FORMAT, OtherFormat, unpackHead } from './blob';
import type { BlobStore } from './disk-blobs';

/** A blob, its size on disk, and when AWS gave the answer, epoch milliseconds. */
export type Entry = { hash: string; bytes: number; asOf: number };

/** Maximum sum of the sizes of blobs, and number of them. */
type Limits = { maxBytes: number; maxEntries: number };

const indexSchema = z.object({
  format: z.literal(FORMAT),
  entries: z.array(z.tuple([z.string(), z.string(), z.number().int().min(1), z.number()])),
});

type IndexFile = z.output<typeof indexSchema>;

/**
 * Which blob answers which request, least recently used first. Apart from that order it is a copy of what the heads of the
 * blobs contain: without its file, or with an old one, it is rebuilt from them.
 */
export class ArchiveIndex {
  readonly #entries: LRUCache<string, Entry>;
  readonly #path: string;
  /** Blobs that no entry names any more. */
  #dropped = new Set<string>();

  private constructor(folder: string, { maxBytes, maxEntries }: Limits) {
    this.#path = join(folder, 'index.json');
    this.#entries = new LRUCache({
      max: maxEntries,
      maxSize: maxBytes,
      sizeCalculation: ({ bytes }) => bytes,
      dispose: ({ hash }, _key, reason) => {
        if (reason !== 'delete') this.#dropped.add(hash);
      },
    });
  }

  /** Reads the index of a folder and brings it up to date with the blobs. `now` is in epoch milliseconds. */
  static async open(folder: string, blobs: BlobStore, limits: Limits, now: number): Promise<ArchiveIndex> {
    const index = new ArchiveIndex(folder, limits);
    const unnamed = new Set(await blobs.list());
    for (const [key, hash, bytes, asOf] of await readIndex(index.#path)) {
      if (unnamed.delete(hash)) index.set(key, { hash, bytes, asOf });
    }
    for (const { key, entry } of await entriesOf(unnamed, blobs, now)) index.#setIfNewer(key, entry);
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

  /** Names the blob of a request in place of an earlier one. */
  set(key: string, entry: Entry): void {
    if (!this.fits(entry.bytes)) {
      this.#dropped.add(entry.hash);
      return;
    }
    this.#entries.set(key, entry);
    // Setting an equal answer drops its own blob.
    this.#dropped.delete(entry.hash);
  }

  /** Forgets a blob that is missing or damaged, unless the request has another one by now. */
  forget(key: string, hash: string): void {
    if (this.#entries.peek(key)?.hash === hash) this.#entries.delete(key);
  }

  /** Forgets a request, so that its blob can be removed. */
  drop(key: string): void {
    const entry = this.#entries.peek(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#dropped.add(entry.hash);
  }

  /** Blobs that no entry names and that have not been removed yet. */
  dropped(): string[] {
    return [...this.#dropped];
  }

  /** Records that a dropped blob was removed. */
  removed(hash: string): void {
    this.#dropped.delete(hash);
  }

  /** Writes the index, so that the next start need not read the heads of all blobs. */
  save(): Promise<void> {
    const newestFirst = [...this.#entries.entries()];
    const entries = newestFirst
      .reverse()
      .map(([key, { hash, bytes, asOf }]): IndexFile['entries'][number] => [key, hash, bytes, asOf]);
    return writeDurably(this.#path, JSON.stringify({ format: FORMAT, entries } satisfies IndexFile));
  }

  #setIfNewer(key: string, entry: Entry): void {
    const known = this.#entries.peek(key);
    if (known && known.asOf >= entry.asOf) this.#dropped.add(entry.hash);
    else this.set(key, entry);
  }
}

/** An index that can't be read is no loss: it is rebuilt. */
async function readIndex(path: string): Promise<IndexFile['entries']> {
  try {
    return indexSchema.parse(JSON.parse(await readFile(path, 'utf8'))).entries;
  } catch {
    return [];
  }
}

/** The entries in the heads of blobs, oldest first. Damaged blobs are set aside, those of other releases left alone. */
async function entriesOf(hashes: ReadonlySet<string>, blobs: BlobStore, now: number) {
  const found: { key: string; entry: Entry }[] = [];
  for (const hash of hashes) {
    const blob = await blobs.readStart(hash);
    if (!blob) continue;
    try {
      const { key, asOf } = unpackHead(blob.start);
      found.push({ key, entry: { hash, bytes: blob.size, asOf } });
    } catch (error) {
      if (error instanceof OtherFormat) continue;
      if (!(error instanceof DamagedBlob)) throw error;
      await blobs.setAside(hash, now, error.message);
    }
  }
  return found.sort((a, b) => a.entry.asOf - b.entry.asOf);
}
