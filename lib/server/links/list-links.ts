import type { Answer } from '@/lib/answer/answer';
import { counted } from '@/lib/answer/counted';
import type { LinkSummary } from '@/lib/answer/shared-link';
import type { User } from '../access/authorize';
import { exactNow } from '../clock';
import { linkSummary } from './link-summary';
import { sharedLinks } from './shared-links';

type LinksRequest = { after?: string | undefined; max: number };

/** A page of the shared links, newest first. Rejects with a ProblemError. */
export async function listLinks(
  request: LinksRequest,
  user: User,
): Promise<Answer<{ links: LinkSummary[]; next?: string }>> {
  const { links, damagedCount, ...next } = await (await sharedLinks()).list(request);
  const warnings =
    damagedCount > 0 ? [`${counted(damagedCount, 'link')} can’t be read and are not listed.`] : [];
  return {
    data: { links: links.map((link) => linkSummary(link, user)), ...next },
    ...{ asOf: exactNow(), partial: damagedCount > 0, warnings },
  };
}
