import { constants, lstat, open, opendir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { baseName, MAX_NAME_LENGTH } from '@/lib/canary/artifacts/run-artifacts';
import type { S3Folder } from '@/lib/canary/artifacts/s3-folder';
import { gone, tooManyBytes } from './artifact-problems';
import type { ArtifactStore, FoundFile } from './artifact-store';

/** Files and folders that are looked at to choose the files that are listed. */
const MAX_ENTRIES = 10_000;

/** Without `O_NONBLOCK` a named pipe would wait for a writer, and hold a thread of the server's few for files. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The artifacts of a run of local-aws: plain files, without links. */
export const folderStore = (root: string, folder: S3Folder): ArtifactStore => ({
  isLocal: true,
  list: async () => {
    const path = await realFolder(root, folder);
    return path === undefined ? undefined : plainFiles(path);
  },
  read: async (file, maxBytes) => {
    const path = await realFolder(root, { ...folder, prefix: join(folder.prefix, dirname(file)) });
    if (path === undefined) throw gone(`The folder of ${file} does not exist any more.`);
    return readFile(join(path, baseName(file)), file, maxBytes);
  },
});

/** Only a folder at its very place is accepted: a symbolic link anywhere below the folder of all artifacts could lead out of it. */
async function realFolder(root: string, { bucket, prefix }: S3Folder): Promise<string | undefined> {
  const real = await realpath(root).catch(() => undefined);
  const expected = real && join(real, bucket, prefix);
  const path = expected && (await realpath(expected).catch(() => undefined));
  if (path === undefined || path !== expected) return undefined;
  return (await lstat(path).catch(() => undefined))?.isDirectory() ? path : undefined;
}

/** The files of a folder and of those in it: first all of one folder, then those of folders in it. Undefined if it can't be read. */
async function plainFiles(path: string): Promise<{ files: FoundFile[]; isCut: boolean } | undefined> {
  const files: FoundFile[] = [];
  const folders = [''];
  let entryCount = 0;
  let isCut = false;
  for (const folder of folders) {
    try {
      for await (const entry of await opendir(join(path, folder))) {
        entryCount += 1;
        if (entryCount > MAX_ENTRIES) return { files, isCut: true };
        const name = `${folder}${entry.name}`;
        if (entry.isFile()) files.push({ name, bytes: () => sizeOf(join(path, name)) });
        else if (entry.isDirectory() && name.length < MAX_NAME_LENGTH) folders.push(`${name}/`);
        else isCut ||= entry.isDirectory();
      }
    } catch {
      // One of the others may have been deleted meanwhile.
      if (folder === '') return undefined;
    }
  }
  return { files, isCut };
}

const sizeOf = async (path: string) => (await lstat(path).catch(() => undefined))?.size;

async function readFile(path: string, file: string, maxBytes: number): Promise<Uint8Array> {
  const handle = await open(path, OPEN_FLAGS).catch(() => {
    throw gone(`${file} does not exist or can’t be read.`);
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw gone(`${file} is not a file.`);
    if (stats.size > maxBytes) throw tooManyBytes(file, stats.size, maxBytes);
    const bytes = new Uint8Array(stats.size);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
