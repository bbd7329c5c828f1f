import { type DehydratedState, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { CanaryList } from '@/components/canary/list/canary-list';
import { ListSuspense } from '@/components/canary/list/list-suspense';
import { PageNow } from '@/components/range/page-now';
import { canariesOptions } from '@/lib/queries/canary';
import { requestNow } from '@/lib/server/clock';
import { isOpening, prefetch, prefetchStreamed } from '@/lib/server/prefetch';
import { listCanaries } from '@/lib/server/synthetics/list-canaries';
import { CanariesView } from './view';

export const metadata: Metadata = { title: 'Canaries' };

export default async function CanariesPage() {
  const options = [canariesOptions(listCanaries)];
  const { state, isLate } = isOpening(await headers())
    ? await prefetchStreamed(options)
    : { state: prefetch(options), isLate: false };
  return (
    <PageNow now={requestNow()}>
      <CanariesView>
        <ListSuspense isLate={isLate}>
          <Hydrated state={state} />
        </ListSuspense>
      </CanariesView>
    </PageNow>
  );
}

const Hydrated = async ({ state }: { state: Promise<DehydratedState> }) => (
  <HydrationBoundary state={await state}>
    <CanaryList />
  </HydrationBoundary>
);
