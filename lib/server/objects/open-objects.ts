import { join } from 'node:path';
import { env } from '../env';
import { DiskObjects } from './disk-objects';
import type { ObjectStore } from './object-store';

/** Files, and where they are, which tells them from those of others. */
export type PlacedObjects = { place: string; objects: ObjectStore };

/** The files in the bucket of TRIPTYCH_ARCHIVE, or else in a folder of the data folder; undefined when this server has neither. */
export async function openObjects(folder: string): Promise<PlacedObjects | undefined> {
  const { TRIPTYCH_DATA: data, TRIPTYCH_ARCHIVE: bucket } = env();
  if (bucket) return openBucket(bucket);
  if (data === undefined) return undefined;
  const place = join(data, folder);
  return { place, objects: new DiskObjects(place) };
}

/** The files in a bucket. Only servers with one load its client. */
export async function openBucket(
  bucket: NonNullable<ReturnType<typeof env>['TRIPTYCH_ARCHIVE']>,
): Promise<PlacedObjects> {
  const { S3Objects } = await import('./s3-objects');
  return { place: `${bucket.bucket}/${bucket.prefix}`, objects: new S3Objects(bucket) };
}
