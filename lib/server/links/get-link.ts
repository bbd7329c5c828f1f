import type { Answer } from '@/lib/answer/answer';
import type { LinkSummary } from '@/lib/answer/shared-link';
import type { User } from '../access/authorize';
import { exactNow } from '../clock';
import { linkSummary } from './link-summary';
import { sharedLinks } from './shared-links';

/** A shared link without its data. Rejects with a ProblemError. */
export async function getLink(id: string, user: User): Promise<Answer<LinkSummary>> {
  const { manifest } = await (await sharedLinks()).open(id);
  return { data: linkSummary(manifest, user), asOf: exactNow(), partial: false, warnings: [] };
}
