import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageNow } from '@/components/range/page-now';
import { canariesOptions } from '@/lib/queries/canary';
import { farmsOptions } from '@/lib/queries/farm';
import { groupsOptions } from '@/lib/queries/profile';
import { viewsOptions } from '@/lib/queries/views';
import { requestNow } from '@/lib/server/clock';
import { configuredViews } from '@/lib/server/config/configured';
import { listFarms } from '@/lib/server/deadline/list-farms';
import { prefetch } from '@/lib/server/prefetch';
import { listProfilingGroups } from '@/lib/server/profiler/list-profiling-groups';
import { listCanaries } from '@/lib/server/synthetics/list-canaries';
import { inKeptScope } from './in-kept-scope';
import { OverviewView } from './view';

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage({ searchParams }: PageProps<'/'>) {
  return inKeptScope(searchParams, async () => {
    const state = await prefetch([
      viewsOptions(configuredViews),
      canariesOptions(listCanaries),
      farmsOptions(listFarms),
      groupsOptions(listProfilingGroups),
    ]);
    return (
      <PageNow now={requestNow()}>
        <HydrationBoundary state={state}>
          <OverviewView />
        </HydrationBoundary>
      </PageNow>
    );
  });
}
