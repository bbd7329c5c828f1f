import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { NotFoundNotice } from '@/components/shell/not-found-notice';
import { linkAddress } from '@/lib/server/links/link-address';
import { pageUser } from '../../../page-user';

/** Has no data, because messengers show the titles of links to everybody in a conversation. */
export const metadata: Metadata = { title: 'Shared link' };

/** Says why a link can't be shown, or leads to its page if it can be shown again. */
export default async function LostLinkPage({ params }: PageProps<'/s/[id]/lost'>) {
  await pageUser();
  const { id } = await params;
  const found = await linkAddress(id);
  if ('address' in found) redirect(found.address as Route);
  return (
    <NotFoundNotice title="This link can’t be shown" why={found.why} href="/" back="Go to the overview" />
  );
}
