import { isNotFound } from '@/lib/answer/problem';
import type { S3Folder } from '@/lib/canary/artifacts/s3-folder';
import { isArchivedObject } from '../../aws/failure';
import { getObject } from '../../s3/get-object';
import { listObjects } from '../../s3/list-objects-v2';
import { archived, gone, tooManyBytes } from './artifact-problems';
import type { ArtifactStore } from './artifact-store';

/** The artifacts of a run in S3. Reading ends when the signal is aborted. */
export const s3Store = (folder: S3Folder, signal: AbortSignal): ArtifactStore => ({
  isLocal: false,
  list: async () => {
    const listed = await listObjects(folder, signal);
    return (
      listed && {
        files: listed.files.map(({ name, bytes }) => ({ name, bytes: async () => bytes })),
        isCut: !listed.isComplete,
      }
    );
  },
  read: async (file, maxBytes) => {
    const { bucket, prefix } = folder;
    try {
      const { bytes, body } = await getObject({ bucket, key: `${prefix}/${file}`, maxBytes }, signal);
      if (!body) throw tooManyBytes(file, bytes, maxBytes);
      return body;
    } catch (error) {
      if (isArchivedObject(error)) throw archived(file);
      throw isNotFound(error) ? gone(`${file} does not exist. It may have been deleted.`) : error;
    }
  },
});
