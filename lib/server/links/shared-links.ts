import { join } from 'node:path';
import { exactNow } from '../clock';
import { env } from '../env';
import { processWide } from '../process-wide';
import { DiskObjects } from './disk-objects';
import { linksAreOff } from './link-problems';
import { Links } from './links';
import type { ObjectStore } from './object-store';

/** The links of this server. Rejects with a ProblemError when it has nowhere to store them. */
export async function sharedLinks(): Promise<Links> {
  const { TRIPTYCH_DATA: data, TRIPTYCH_ARCHIVE: bucket } = env();
  if (bucket) {
    // Only servers with links in S3 load its client.
    const { S3Objects } = await import('./s3-objects');
    return linksIn(`${bucket.bucket}/${bucket.prefix}`, () => new S3Objects(bucket));
  }
  if (data === undefined) throw linksAreOff();
  const folder = join(data, 'links');
  return linksIn(folder, () => new DiskObjects(folder));
}

function linksIn(place: string, objects: () => ObjectStore): Links {
  return processWide(`links ${place}`, () => {
    const links = new Links({ objects: objects(), now: exactNow });
    links
      .clean()
      .catch((error: Error) => console.error('links: unfinished ones were not removed:', error.message));
    return links;
  });
}
