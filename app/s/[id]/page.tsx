import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { NotFoundNotice } from '@/components/shell/not-found-notice';
import { ProblemError } from '@/lib/answer/problem';
import { sharedLinks } from '@/lib/server/links/shared-links';
import { KEPT_PARAM } from '@/lib/time/search-params';
import { pageUser } from '../../page-user';

/** Has no data, because messengers show the titles of links to everybody in a conversation. */
export const metadata: Metadata = { title: 'Shared link' };

/** Leads to the page of a link, in whose address the link is from then on. */
export default async function LinkPage({ params }: PageProps<'/s/[id]'>) {
  await pageUser();
  const { id } = await params;
  const opened = await pageOf(id);
  if ('address' in opened) redirect(opened.address as Route);
  return (
    <NotFoundNotice title="This link can’t be shown" why={opened.why} href="/" back="Go to the overview" />
  );
}

async function pageOf(id: string): Promise<{ address: string } | { why: string }> {
  try {
    const { manifest } = await (await sharedLinks()).open(id);
    const search = new URLSearchParams(manifest.page.search);
    search.set(KEPT_PARAM, id);
    return { address: `${manifest.page.path}?${search}` };
  } catch (error) {
    if (error instanceof ProblemError) return { why: error.problem.message };
    console.error('links: a link can’t be opened:', error);
    return { why: 'The dashboard’s server can’t read its links. Try again later.' };
  }
}
