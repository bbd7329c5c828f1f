import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageNow } from '@/components/range/page-now';
import { farmsOptions } from '@/lib/queries/farm';
import { requestNow } from '@/lib/server/clock';
import { listFarms } from '@/lib/server/deadline/list-farms';
import { prefetch } from '@/lib/server/prefetch';
import { inKeptScope } from '../in-kept-scope';
import { pageUser } from '../page-user';
import { FarmsView } from './view';

export const metadata: Metadata = { title: 'Costs' };

export default async function FarmsPage({ searchParams }: PageProps<'/farms'>) {
  await pageUser();
  return inKeptScope(searchParams, async () => {
    return (
      <PageNow now={requestNow()}>
        <HydrationBoundary state={await prefetch([farmsOptions(listFarms)])}>
          <FarmsView />
        </HydrationBoundary>
      </PageNow>
    );
  });
}
