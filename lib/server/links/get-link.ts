import type { Answer } from '@/lib/answer/answer';
import type { LinkDetails } from '@/lib/answer/shared-link';
import type { User } from '../access/authorize';
import { exactNow } from '../clock';
import { mayExport } from './link-access';
import { linkSummary } from './link-summary';
import { sharedLinks } from './shared-links';

/** A shared link without its data. Rejects with a ProblemError. */
export async function getLink(id: string, user: User): Promise<Answer<LinkDetails>> {
  const link = await (await sharedLinks()).open(id);
  const data = { ...linkSummary(link.manifest, user), canExport: await mayExport(link, user) };
  return { data, asOf: exactNow(), partial: false, warnings: [] };
}
