import type { Metadata } from 'next';
import { PageNow } from '@/components/range/page-now';
import { requestNow } from '@/lib/server/clock';
import { pageUser } from '../page-user';
import { LinksView } from './view';

export const metadata: Metadata = { title: 'Shared links' };

export default async function LinksPage() {
  await pageUser();
  return (
    <PageNow now={requestNow()}>
      <LinksView />
    </PageNow>
  );
}
