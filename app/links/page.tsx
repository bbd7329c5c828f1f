import type { Metadata } from 'next';
import { PageNow } from '@/components/range/page-now';
import { requestNow } from '@/lib/server/clock';
import { LinksView } from './view';

export const metadata: Metadata = { title: 'Shared links' };

export default function LinksPage() {
  return (
    <PageNow now={requestNow()}>
      <LinksView />
    </PageNow>
  );
}
