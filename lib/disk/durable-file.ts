import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SerialQueue } from './serial-queue';

const UNFINISHED = '.writing-';

/** The names in a folder, none when it isn't there. */
export function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

/** The names in a folder that nobody writes to yet. What a crash left half written is removed. */
export async function filesIn(folder: string): Promise<string[]> {
  const names = await namesIn(folder);
  const unfinished = names.filter((name) => name.startsWith(UNFINISHED));
  await Promise.all(unfinished.map((name) => rm(join(folder, name))));
  return names.filter((name) => !name.startsWith(UNFINISHED));
}

/**
 * Writes a file that is either whole or not there. When this resolves, it survives a loss of power; when it rejects, as on
 * a full disk, nothing of it is left. One that was there before is never removed: it is replaced or as it was.
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

/** A new folder is on disk once the folder it stands in is; when that fails, the new one goes again. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const made = [folder];
  for (let at = folder; at !== first && at !== dirname(at); at = dirname(at)) made.push(dirname(at));
  try {
    for (const at of made) await syncFolder(dirname(at));
  } catch (error) {
    for (const at of made) await rmdir(at).catch(() => undefined);
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
