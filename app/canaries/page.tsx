import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { PageNow } from '@/components/range/page-now';
import { canariesOptions } from '@/lib/queries/canary';
import { requestNow } from '@/lib/server/clock';
import { isOpening, prefetch } from '@/lib/server/prefetch';
import { listCanaries } from '@/lib/server/synthetics/list-canaries';
import { readAhead } from '@/lib/server/synthetics/runs/read-ahead';
import { DEFAULT_RANGE, resolveRange } from '@/lib/time/range';
import { inKeptScope } from '../in-kept-scope';
import { type CanariesSearchParams, hasDefaultChoice, loadCanariesSearchParams } from './search-params';
import { CanariesView } from './view';

export const metadata: Metadata = { title: 'Canaries' };

/** Hundreds of canaries take AWS longer. The browser then joins the call while the page is already shown. */
const MAX_WAIT_MS = 100;

export default async function CanariesPage({ searchParams }: PageProps<'/canaries'>) {
  return inKeptScope(searchParams, async () => {
    const pageNow = requestNow();
    if (isOpening(await headers())) void readShown(await loadCanariesSearchParams(searchParams), pageNow);
    return (
      <PageNow now={pageNow}>
        <HydrationBoundary state={await prefetch([canariesOptions(listCanaries)], MAX_WAIT_MS)}>
          <CanariesView />
        </HydrationBoundary>
      </PageNow>
    );
  });
}

/** Begins to read the first rows, unless the link sorts or filters them. */
async function readShown(params: CanariesSearchParams, pageNow: number): Promise<void> {
  if (!hasDefaultChoice(params)) return;
  const { from, to, tz, asof } = params;
  const now = asof ?? pageNow;
  const span = resolveRange({ from, to }, now, tz) ?? resolveRange(DEFAULT_RANGE, now, tz);
  if (span) await readAhead(span.from, now);
}
