import type { Answer } from '@/lib/answer/answer';
import { counted } from '@/lib/answer/counted';
import type { LinksPage } from '@/lib/answer/shared-link';
import type { User } from '../access/authorize';
import { exactNow } from '../clock';
import { linkSummary } from './link-summary';
import { maxLinksBytes, sharedLinks } from './shared-links';

type LinksRequest = { after?: string | undefined; max: number };

/** A page of the shared links, newest first. Rejects with a ProblemError. */
export async function listLinks(request: LinksRequest, user: User): Promise<Answer<LinksPage>> {
  const shared = await sharedLinks();
  const [{ links, damagedCount, ...next }, { count, bytes }] = await Promise.all([
    shared.list(request),
    shared.total(),
  ]);
  const warnings =
    damagedCount > 0 ? [`${counted(damagedCount, 'link')} can’t be read and are not listed.`] : [];
  return {
    data: {
      links: links.map((link) => linkSummary(link, user)),
      total: { count, bytes, maxBytes: maxLinksBytes() },
      ...next,
    },
    ...{ asOf: exactNow(), partial: damagedCount > 0, warnings },
  };
}
