import { badInput } from '@/lib/answer/problem';
import { KEPT_PARAM } from '@/lib/time/search-params';
import type { OpenLink } from './open-link';
import { sharedLinks } from './shared-links';

/** The shared link that an address names; undefined if it names none. Rejects with a ProblemError. */
export async function linkIn(search: URLSearchParams): Promise<OpenLink | undefined> {
  const [id, ...more] = search.getAll(KEPT_PARAM);
  if (id === undefined) return undefined;
  if (more.length > 0) throw badInput(`${KEPT_PARAM} is given more than once.`, KEPT_PARAM);
  return (await sharedLinks()).open(id);
}
