import { join } from 'node:path';
import { exactNow } from '../clock';
import { env } from '../env';
import { processWide } from '../process-wide';
import { DiskObjects } from './disk-objects';
import { linksAreOff } from './link-problems';
import { Links } from './links';

/** The links of this server. Throws a ProblemError when it has nowhere to store them. */
export function sharedLinks(): Links {
  const { TRIPTYCH_DATA: data } = env();
  if (data === undefined) throw linksAreOff();
  const folder = join(data, 'links');
  return processWide(`links ${folder}`, () => {
    const links = new Links({ objects: new DiskObjects(folder), now: exactNow });
    links
      .clean()
      .catch((error: Error) => console.error('links: unfinished ones were not removed:', error.message));
    return links;
  });
}
