import { open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn, UNFINISHED, writeDurably } from '@/lib/disk/durable-file';
import { setAside } from '@/lib/disk/set-aside';
import { HOUR } from '@/lib/time/duration';
import { HEAD_BYTES } from './blob';

/** Where blobs are stored, under their hashes. */
export type BlobStore = {
  /** The hashes of all blobs. */
  list(): Promise<string[]>;
  /** Resolves once the blob survives a loss of power. */
  write(hash: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when there is no such blob. */
  read(hash: string): Promise<Uint8Array | undefined>;
  /** The first bytes of a blob, enough for its head, and its size. Undefined when there is no such blob. */
  readStart(hash: string): Promise<{ start: Uint8Array; size: number } | undefined>;
  /** Resolves also when there is no such blob. */
  remove(hash: string): Promise<void>;
  /** Moves a damaged blob out of the way. */
  setAside(hash: string, now: number, why: string): Promise<void>;
};

/** Further damaged files are deleted instead of set aside. */
const MAX_DAMAGED = 10;

/** Unfinished files older than this were left by a crash; younger ones may belong to another server. */
const UNFINISHED_AFTER_MS = HOUR;

/** Blobs as files of one folder. */
export class DiskBlobs implements BlobStore {
  constructor(readonly folder: string) {}

  async list(): Promise<string[]> {
    await removeUnfinished(this.folder);
    const names = await namesIn(this.folder);
    return names.flatMap((name) => /^([0-9a-f]{64})\.gz$/.exec(name)?.[1] ?? []);
  }

  write(hash: string, bytes: Uint8Array): Promise<void> {
    return writeDurably(this.#path(hash), bytes);
  }

  read(hash: string): Promise<Uint8Array | undefined> {
    return orUndefined(readFile(this.#path(hash)));
  }

  readStart(hash: string) {
    return orUndefined(readStart(this.#path(hash)));
  }

  remove(hash: string): Promise<void> {
    return rm(this.#path(hash), { force: true });
  }

  async setAside(hash: string, now: number, why: string): Promise<void> {
    const damaged = (await namesIn(this.folder)).filter((name) => name.includes('.damaged-'));
    if (damaged.length < MAX_DAMAGED) return setAside(this.#path(hash), now, why);
    console.error(`archive: ${hash} is damaged (${why}) and was deleted`);
    await this.remove(hash);
  }

  #path(hash: string): string {
    return join(this.folder, `${hash}.gz`);
  }
}

/** Removes what a crash left half written in a folder. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const path = join(folder, name);
    const written = await orUndefined(stat(path));
    if (written && Date.now() - written.mtimeMs > UNFINISHED_AFTER_MS) await rm(path, { force: true });
  }
}

async function readStart(path: string) {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, HEAD_BYTES)), 0);
    return { start: buffer.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}

function orUndefined<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
