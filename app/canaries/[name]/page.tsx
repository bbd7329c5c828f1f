import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { CanarySkeleton } from '@/components/canary/canary-skeleton';
import { LateBoundary } from '@/components/panel/late-boundary';
import { PageNow } from '@/components/range/page-now';
import { CANARY_NAME } from '@/lib/canary/ids';
import { runsRequest } from '@/lib/canary/runs-request';
import type { SummaryView } from '@/lib/canary/summary/runs-summary';
import { canaryOptions } from '@/lib/queries/canary';
import { newestRunsOptions } from '@/lib/queries/canary-history';
import { requestNow } from '@/lib/server/clock';
import { isMissing } from '@/lib/server/is-missing';
import { isOpening, prefetchStreamed } from '@/lib/server/prefetch';
import { getCanary, showCanary } from '@/lib/server/synthetics/get-canary';
import { newestRuns } from '@/lib/server/synthetics/runs/newest-runs';
import { shownSpan } from '@/lib/time/range';
import { Hydrated } from '../../hydrated';
import { inKeptScope } from '../../in-kept-scope';
import { pageUser } from '../../page-user';
import { type CanarySearchParams, loadCanarySearchParams } from './search-params';
import { CanaryView } from './view';

export async function generateMetadata({ params }: PageProps<'/canaries/[name]'>): Promise<Metadata> {
  return { title: (await params).name };
}

export default async function CanaryPage({ params, searchParams }: PageProps<'/canaries/[name]'>) {
  await pageUser();
  return inKeptScope(searchParams, async () => {
    const [{ name }, query] = await Promise.all([params, loadCanarySearchParams(searchParams)]);
    if (!CANARY_NAME.test(name)) notFound();
    const now = requestNow();
    const options = [
      canaryOptions(name, (of, signal) => showCanary({ name: of }, signal)),
      newestRunsOptions(runsRequest(name, query), (request) => newestRuns(request, summaryView(query, now))),
    ];
    const isOpeningPage = isOpening(await headers());
    const [missing, { state, isLate }] = await Promise.all([
      isMissing((signal) => getCanary(name, signal)),
      prefetchStreamed(options, isOpeningPage),
    ]);
    if (missing) notFound();
    return (
      <PageNow now={now}>
        <LateBoundary
          isLate={isLate}
          skeleton={<CanarySkeleton name={name} runType={query.runType} objective={query.objective} />}
        >
          <Hydrated state={state}>
            <CanaryView name={name} />
          </Hydrated>
        </LateBoundary>
      </PageNow>
    );
  });
}

/** What the page shows of scheduled runs in one row, by its URL. */
function summaryView(params: CanarySearchParams, pageNow: number): SummaryView | undefined {
  const { from, to, tz, asof, runType, rows } = params;
  const now = asof ?? pageNow;
  const span = shownSpan({ from, to }, now, tz);
  return span && runType === 'CANARY_RUN' && rows === 'one' ? { ...params, span, now } : undefined;
}
