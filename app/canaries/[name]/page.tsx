import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageNow } from '@/components/range/page-now';
import { CANARY_NAME } from '@/lib/canary/ids';
import { runsRequest } from '@/lib/canary/runs-request';
import { canaryOptions } from '@/lib/queries/canary';
import { newestRunsOptions } from '@/lib/queries/canary-history';
import { requestNow } from '@/lib/server/clock';
import { isMissing } from '@/lib/server/is-missing';
import { prefetch } from '@/lib/server/prefetch';
import { getCanary, showCanary } from '@/lib/server/synthetics/get-canary';
import { newestRuns } from '@/lib/server/synthetics/runs/newest-runs';
import { loadCanarySearchParams } from './search-params';
import { CanaryView } from './view';

export async function generateMetadata({ params }: PageProps<'/canaries/[name]'>): Promise<Metadata> {
  return { title: (await params).name };
}

export default async function CanaryPage({ params, searchParams }: PageProps<'/canaries/[name]'>) {
  const [{ name }, query] = await Promise.all([params, loadCanarySearchParams(searchParams)]);
  if (!CANARY_NAME.test(name)) notFound();
  const now = requestNow();
  const [missing, state] = await Promise.all([
    isMissing((signal) => getCanary(name, signal)),
    prefetch([
      canaryOptions(name, (of, signal) => showCanary({ name: of }, signal)),
      newestRunsOptions(runsRequest(name, query), newestRuns),
    ]),
  ]);
  if (missing) notFound();
  return (
    <PageNow now={now}>
      <HydrationBoundary state={state}>
        <CanaryView name={name} />
      </HydrationBoundary>
    </PageNow>
  );
}
