import { z } from 'zod';
import { refusalOf } from '@/lib/answer/access';
import { isNotKept } from '@/lib/answer/problem';
import { requireAction, type User } from '../access/authorize';
import type { Manifest } from './manifest';
import type { OpenLink } from './open-link';
import { sharedLinks } from './shared-links';

/** Whether somebody may rename and revoke a link: operators all, others those that they made. */
export const mayChange = ({ by }: Pick<Manifest, 'by'>, { role, id }: User): boolean =>
  role === 'operator' || (by !== undefined && by === id);

/** The links, for somebody who changes one. Rejects with a ProblemError if it is another’s. */
export async function changeableLinks(id: string, user: User) {
  const links = await sharedLinks();
  // Operators may also revoke a link that can’t be read.
  if (user.role !== 'operator' && !mayChange((await links.open(id)).manifest, user))
    requireAction(user, 'changeLinksOfOthers');
  return links;
}

const namedUsers = z.object({ data: z.array(z.unknown()).min(1) });

/** Whether somebody may have all that a link keeps in a file, which may show users. */
export const mayExport = async (link: OpenLink, { role }: User): Promise<boolean> =>
  refusalOf(role, 'seeUsers') === undefined || !(await keepsUsers(link));

/** Whether a link keeps costs by user or the names of users. */
async function keepsUsers(link: OpenLink): Promise<boolean> {
  const isByUser = link.manifest.blobs.some(
    ([request]) => request.startsWith('["statistics"') && request.includes('USER_ID'),
  );
  if (isByUser) return true;
  const users = await link.answer('users', '').catch((error: unknown) => {
    if (isNotKept(error)) return undefined;
    throw error;
  });
  return namedUsers.safeParse(users).success;
}
