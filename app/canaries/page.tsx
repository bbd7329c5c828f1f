import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageNow } from '@/components/range/page-now';
import { canariesOptions } from '@/lib/queries/canary';
import { requestNow } from '@/lib/server/clock';
import { prefetch } from '@/lib/server/prefetch';
import { describeCanaries } from '@/lib/server/synthetics/describe-canaries';
import { CanariesView } from './view';

export const metadata: Metadata = { title: 'Canaries' };

export default async function CanariesPage() {
  return (
    <PageNow now={requestNow()}>
      <HydrationBoundary state={await prefetch([canariesOptions(describeCanaries)])}>
        <CanariesView />
      </HydrationBoundary>
    </PageNow>
  );
}
