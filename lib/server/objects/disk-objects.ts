import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn, UNFINISHED, writeDurably } from '@/lib/disk/durable-file';
import type { ObjectStore } from './object-store';

/** Files in a folder of this machine. */
export class DiskObjects implements ObjectStore {
  constructor(private readonly folder: string) {}

  write(path: string, bytes: Uint8Array): Promise<void> {
    return writeDurably(join(this.folder, path), bytes);
  }

  read(path: string): Promise<Uint8Array | undefined> {
    return readFile(join(this.folder, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
  }

  async list(
    folder: string,
    { after = '', max }: { after?: string | undefined; max: number },
  ): Promise<string[]> {
    const names = await namesIn(join(this.folder, folder));
    return names
      .filter((name) => name > after && !name.startsWith(UNFINISHED))
      .sort()
      .slice(0, max);
  }

  remove(path: string): Promise<void> {
    return rm(join(this.folder, path), { force: true });
  }

  removeFolder(folder: string): Promise<void> {
    return rm(join(this.folder, folder), { recursive: true, force: true });
  }
}
