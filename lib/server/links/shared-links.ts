import { exactNow } from '../clock';
import { env } from '../env';
import { openObjects } from '../objects/open-objects';
import { processWide } from '../process-wide';
import { linksAreOff } from './link-problems';
import { Links } from './links';

/** The links of this server. Rejects with a ProblemError when it has nowhere to store them. */
export async function sharedLinks(): Promise<Links> {
  const opened = await openObjects('links');
  if (!opened) throw linksAreOff();
  return processWide(`links ${opened.place}`, () => {
    const links = new Links({ objects: opened.objects, now: exactNow, maxBytes: maxLinksBytes() });
    links
      .clean()
      .catch((error: Error) => console.error('links: unfinished ones were not removed:', error.message));
    return links;
  });
}

/** Maximum sum of the sizes of all links. */
export const maxLinksBytes = () => env().TRIPTYCH_LINKS_MIB * 1024 * 1024;
