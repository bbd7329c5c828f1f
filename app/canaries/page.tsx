import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { CanaryList } from '@/components/canary/list/canary-list';
import { ListSkeleton } from '@/components/canary/list/list-skeleton';
import { LateBoundary } from '@/components/panel/late-boundary';
import { PageNow } from '@/components/range/page-now';
import { canariesOptions } from '@/lib/queries/canary';
import { requestNow } from '@/lib/server/clock';
import { isOpening, prefetch, streamed } from '@/lib/server/prefetch';
import { listCanaries } from '@/lib/server/synthetics/list-canaries';
import { Hydrated } from '../hydrated';
import { inKeptScope } from '../in-kept-scope';
import { pageUser } from '../page-user';
import { listState } from './list-state';
import { loadCanariesSearchParams } from './search-params';
import { CanariesView } from './view';

export const metadata: Metadata = { title: 'Canaries' };

/** A page that is already shown stays until its new data arrives. The browser then joins the call. */
const MAX_WAIT_MS = 100;

export default async function CanariesPage({ searchParams }: PageProps<'/canaries'>) {
  await pageUser();
  return inKeptScope(searchParams, async () => {
    const pageNow = requestNow();
    const params = await loadCanariesSearchParams(searchParams);
    const { state, isLate } = isOpening(await headers())
      ? await streamed(listState(params, pageNow))
      : { state: prefetch([canariesOptions(listCanaries)], MAX_WAIT_MS), isLate: false };
    return (
      <PageNow now={pageNow}>
        <CanariesView>
          <LateBoundary isLate={isLate} skeleton={<ListSkeleton />}>
            <Hydrated state={state}>
              <CanaryList />
            </Hydrated>
          </LateBoundary>
        </CanariesView>
      </PageNow>
    );
  });
}
