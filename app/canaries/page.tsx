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
import { readAhead } from '@/lib/server/synthetics/runs/read-ahead';
import { DEFAULT_RANGE, resolveRange } from '@/lib/time/range';
import { type CanariesSearchParams, DEFAULT_CHOICE, loadCanariesSearchParams } from './search-params';
import { CanariesView } from './view';

export const metadata: Metadata = { title: 'Canaries' };

export default async function CanariesPage({ searchParams }: PageProps<'/canaries'>) {
  const pageNow = requestNow();
  const options = [canariesOptions(listCanaries)];
  const isOpeningPage = isOpening(await headers());
  if (isOpeningPage) void readShown(await loadCanariesSearchParams(searchParams), pageNow);
  const { state, isLate } = isOpeningPage
    ? await prefetchStreamed(options)
    : { state: prefetch(options), isLate: false };
  return (
    <PageNow now={pageNow}>
      <CanariesView>
        <ListSuspense isLate={isLate}>
          <Hydrated state={state} />
        </ListSuspense>
      </CanariesView>
    </PageNow>
  );
}

/** Begins to read the first rows, unless the link sorts or filters them. */
async function readShown(params: CanariesSearchParams, pageNow: number): Promise<void> {
  const { from, to, tz, asof, ...choice } = params;
  if (JSON.stringify(choice) !== JSON.stringify(DEFAULT_CHOICE)) return;
  const now = asof ?? pageNow;
  const span = resolveRange({ from, to }, now, tz) ?? resolveRange(DEFAULT_RANGE, now, tz);
  if (span) await readAhead(span.from, now);
}

const Hydrated = async ({ state }: { state: Promise<DehydratedState> }) => (
  <HydrationBoundary state={await state}>
    <CanaryList />
  </HydrationBoundary>
);
