import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn, writeDurably } from '@/lib/disk/durable-file';
import { setAside } from '@/lib/disk/set-aside';
import { HEAD_BYTES } from './blob';

/** Where blobs are stored, under their hashes. All but `write` treat a missing blob as no error. */
export type BlobStore = {
  /** The hashes of all blobs. */
  list(): Promise<string[]>;
  /** Resolves once the blob survives a loss of power. */
  write(hash: string, bytes: Uint8Array): Promise<void>;
  read(hash: string): Promise<Uint8Array | undefined>;
  /** The first bytes of a blob, enough for its head, with its size and the time it was written, epoch milliseconds. */
  readStart(hash: string): Promise<{ start: Uint8Array; size: number; writtenAt: number } | undefined>;
  remove(hash: string): Promise<void>;
  /** Moves a damaged blob out of the way. */
  setAside(hash: string, now: number, why: string): Promise<void>;
};

/** Further damaged files are removed instead of set aside. */
const MAX_DAMAGED = 10;

/** Blobs as files of one folder. */
export class DiskBlobs implements BlobStore {
  constructor(readonly folder: string) {}

  async list(): Promise<string[]> {
    const names = await filesIn(this.folder);
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
    const damaged = (await filesIn(this.folder)).filter((name) => name.includes('.damaged-'));
    if (damaged.length >= MAX_DAMAGED) await this.remove(hash);
    else await setAside(this.#path(hash), now, why);
  }

  #path(hash: string): string {
    return join(this.folder, `${hash}.gz`);
  }
}

async function readStart(path: string) {
  const file = await open(path, 'r');
  try {
    const { size, mtimeMs } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, HEAD_BYTES)), 0);
    return { start: buffer.subarray(0, bytesRead), size, writtenAt: mtimeMs };
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
