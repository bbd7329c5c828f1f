import { ProblemError } from '@/lib/answer/problem';
import { KEPT_PARAM } from '@/lib/time/search-params';
import { sharedLinks } from './shared-links';

/** The address of the page of a link, with the link in it; or why the link can’t be shown. */
export async function linkAddress(id: string): Promise<{ address: string } | { why: string }> {
  try {
    const { manifest } = await (await sharedLinks()).open(id);
    // What no header may have is encoded.
    const address = new URL(manifest.page.path + manifest.page.search, 'http://dashboard');
    address.searchParams.set(KEPT_PARAM, id);
    return { address: address.pathname + address.search };
  } catch (error) {
    if (error instanceof ProblemError) return { why: error.problem.message };
    console.error('links: a link can’t be opened:', error);
    return { why: 'The dashboard’s server can’t read its links. Try again later.' };
  }
}
