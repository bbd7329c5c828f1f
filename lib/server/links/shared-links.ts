import { join } from 'node:path';
import { exactNow } from '../clock';
import { env } from '../env';
import { DiskObjects } from '../objects/disk-objects';
import type { ObjectStore } from '../objects/object-store';
import { processWide } from '../process-wide';
import { linksAreOff } from './link-problems';
import { Links } from './links';

/** The links of this server. Rejects with a ProblemError when it has nowhere to store them. */
export async function sharedLinks(): Promise<Links> {
  const { TRIPTYCH_DATA: data, TRIPTYCH_ARCHIVE: bucket } = env();
  if (bucket) {
    // Only servers with links in S3 load its client.
    const { S3Objects } = await import('../objects/s3-objects');
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
