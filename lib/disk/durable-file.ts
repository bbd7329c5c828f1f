import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SerialQueue } from './serial-queue';

export const UNFINISHED = '.writing-';

/** The names in a folder; empty when it doesn't exist. */
export function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

/** The names in a folder that nothing writes to yet. Removes files that a crash left half-written. */
export async function filesIn(folder: string): Promise<string[]> {
  const names = await namesIn(folder);
  const unfinished = names.filter((name) => name.startsWith(UNFINISHED));
  await Promise.all(unfinished.map((name) => rm(join(folder, name))));
  return names.filter((name) => !name.startsWith(UNFINISHED));
}

/**
 * Writes a file completely or not at all. When this resolves, the file survives a power loss; when it rejects, as on a full
 * disk, nothing of it is left. An existing file is replaced or stays as it was; it is never removed.
 */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  const folder = dirname(path);
  await folderQueue.run(() => makeFolder(folder));
  const unfinished = join(folder, `${UNFINISHED}${randomUUID()}`);
  const isNew = await access(path).then(
    () => false,
    () => true,
  );
  try {
    await writeSynced(unfinished, bytes);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
  try {
    await syncFolder(folder);
  } catch (error) {
    if (isNew) await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function writeSynced(path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Folders are created one at a time: a writer that finds a folder just created by another knows that it is on disk. */
const folderQueue = new SerialQueue();

/** A new folder is on disk once its parent is synced; when that fails, the new folder is removed again. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const created = [folder];
  for (let at = folder; at !== first && at !== dirname(at); at = dirname(at)) created.push(dirname(at));
  try {
    for (const at of created) await syncFolder(dirname(at));
  } catch (error) {
    for (const at of created) await rmdir(at).catch(() => undefined);
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
