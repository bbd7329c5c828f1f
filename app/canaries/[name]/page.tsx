import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageNow } from '@/components/range/page-now';
import { CANARY_NAME } from '@/lib/canary/ids';
import { runsRequest } from '@/lib/canary/runs-request';
import type { SummaryView } from '@/lib/canary/summary/runs-summary';
import { canaryOptions } from '@/lib/queries/canary';
import { newestRunsOptions } from '@/lib/queries/canary-history';
import { requestNow } from '@/lib/server/clock';
import { isMissing } from '@/lib/server/is-missing';
import { prefetch } from '@/lib/server/prefetch';
import { getCanary, showCanary } from '@/lib/server/synthetics/get-canary';
import { newestRuns } from '@/lib/server/synthetics/runs/newest-runs';
import { DEFAULT_RANGE, resolveRange } from '@/lib/time/range';
import { inKeptScope } from '../../in-kept-scope';
import { type CanarySearchParams, loadCanarySearchParams } from './search-params';
import { CanaryView } from './view';

/** With the runs that the archive has, the page shows all of them at once, which is worth waiting for. */
const MAX_WAIT_MS = 1000;

export async function generateMetadata({ params }: PageProps<'/canaries/[name]'>): Promise<Metadata> {
  return { title: (await params).name };
}

export default async function CanaryPage({ params, searchParams }: PageProps<'/canaries/[name]'>) {
  return inKeptScope(searchParams, async () => {
    const [{ name }, query] = await Promise.all([params, loadCanarySearchParams(searchParams)]);
    if (!CANARY_NAME.test(name)) notFound();
    const now = requestNow();
    const [missing, state] = await Promise.all([
      isMissing((signal) => getCanary(name, signal)),
      prefetch(
        [
          canaryOptions(name, (of, signal) => showCanary({ name: of }, signal)),
          newestRunsOptions(runsRequest(name, query), (request) =>
            newestRuns(request, summaryView(query, now)),
          ),
        ],
        MAX_WAIT_MS,
      ),
    ]);
    if (missing) notFound();
    return (
      <PageNow now={now}>
        <HydrationBoundary state={state}>
          <CanaryView name={name} />
        </HydrationBoundary>
      </PageNow>
    );
  });
}

/** What the page shows of scheduled runs in one row, by its URL. */
function summaryView(params: CanarySearchParams, pageNow: number): SummaryView | undefined {
  const { from, to, tz, asof, runType, rows } = params;
  const now = asof ?? pageNow;
  const span = resolveRange({ from, to }, now, tz) ?? resolveRange(DEFAULT_RANGE, now, tz);
  return span && runType === 'CANARY_RUN' && rows === 'one' ? { ...params, span, now } : undefined;
}
