import { constants, open } from 'node:fs/promises';
import { join } from 'node:path';
import { formatBytes } from '@/lib/answer/format-bytes';
import { ProblemError } from '@/lib/answer/problem';
import type { ArtifactFileRequest } from '@/lib/canary/artifacts/run-artifacts';
import { artifactFolder } from './artifact-folder';

const problem = (code: string, status: number, message: string) =>
  new ProblemError({ code, message, status, retryable: false });

/** Without `O_NONBLOCK` a named pipe would wait for a writer, and hold a thread of the server's few for files. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The bytes of one artifact. Rejects with a ProblemError, also for a file beyond `maxBytes` and for anything but a plain file. */
export async function readArtifact(request: ArtifactFileRequest, maxBytes: number): Promise<Uint8Array> {
  const { file } = request;
  const folder = await artifactFolder(request);
  if (folder === 'elsewhere')
    throw problem('NotLocal', 403, `${file} is in S3, which the dashboard’s server does not read.`);
  if (folder === 'gone') throw problem('ArtifactGone', 404, `The folder of ${file} does not exist any more.`);
  const handle = await open(join(folder.path, file), OPEN_FLAGS).catch(() => {
    throw problem('ArtifactGone', 404, `${file} does not exist or can’t be read.`);
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw problem('ArtifactGone', 404, `${file} is not a file.`);
    if (stats.size > maxBytes)
      throw tooLarge(
        `${file} has ${formatBytes(stats.size)}. At most ${formatBytes(maxBytes)} are shown here.`,
      );
    const bytes = new Uint8Array(stats.size);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The JSON in an artifact. Rejects with a ProblemError that names the file if it isn't JSON. */
export async function readArtifactJson(request: ArtifactFileRequest, maxBytes: number): Promise<unknown> {
  const bytes = await readArtifact(request, maxBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw unreadable(request.file, 'JSON');
  }
}

/** A file that would take the server's memory or thread for long. */
export const tooLarge = (message: string) => problem('ArtifactTooLarge', 413, message);

/** A file that isn't what its name promises. */
export const unreadable = (file: string, what: string) =>
  problem('ArtifactUnreadable', 422, `${file} can’t be shown, because it is not ${what}.`);
