import { exactNow } from '../clock';
import { env } from '../env';
import { DiskObjects } from '../objects/disk-objects';
import type { ObjectStore } from '../objects/object-store';
import { processWide } from '../process-wide';
import { notesAreOff } from './note-problems';
import { Notes } from './notes';

/** The notes of this server, in its data folder or in S3. Rejects with a ProblemError when it has nowhere to store them. */
export async function storedNotes(): Promise<Notes> {
  const { TRIPTYCH_DATA: data, TRIPTYCH_ARCHIVE: bucket } = env();
  if (bucket) {
    // Only servers with files in S3 load its client.
    const { S3Objects } = await import('../objects/s3-objects');
    return notesIn(`${bucket.bucket}/${bucket.prefix}`, () => new S3Objects(bucket));
  }
  if (data === undefined) throw notesAreOff();
  return notesIn(data, () => new DiskObjects(data));
}

const notesIn = (place: string, objects: () => ObjectStore): Notes =>
  processWide(`notes ${place}`, () => new Notes({ objects: objects(), now: exactNow }));
