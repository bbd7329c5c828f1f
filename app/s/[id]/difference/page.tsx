import type { Metadata } from 'next';
import { PageNow } from '@/components/range/page-now';
import { requestNow } from '@/lib/server/clock';
import { pageUser } from '../../../page-user';
import { DifferenceView } from './view';

/** Has no data, because messengers show the titles of links to everybody in a conversation. */
export const metadata: Metadata = { title: 'Shared link, then and now' };

export default async function DifferencePage({ params }: { params: Promise<{ id: string }> }) {
  await pageUser();
  const { id } = await params;
  return (
    <PageNow now={requestNow()}>
      <DifferenceView id={id} />
    </PageNow>
  );
}
