import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageNow } from '@/components/range/page-now';
import { canaryOptions } from '@/lib/queries/canary';
import { farmsOptions } from '@/lib/queries/farm';
import { groupsOptions } from '@/lib/queries/profile';
import { requestNow } from '@/lib/server/clock';
import { listFarms } from '@/lib/server/deadline/list-farms';
import { prefetch } from '@/lib/server/prefetch';
import { listProfilingGroups } from '@/lib/server/profiler/list-profiling-groups';
import { showCanary } from '@/lib/server/synthetics/get-canary';
import { inKeptScope } from '../in-kept-scope';
import { pageUser } from '../page-user';
import { loadWhySearchParams } from './search-params';
import { WhyView } from './view';

export async function generateMetadata({ searchParams }: PageProps<'/why'>): Promise<Metadata> {
  const { canary } = await loadWhySearchParams(searchParams);
  return { title: canary === null ? 'Code and cost' : `Code and cost, ${canary}` };
}

export default async function WhyPage({ searchParams }: PageProps<'/why'>) {
  await pageUser();
  return inKeptScope(searchParams, async () => {
    const { canary } = await loadWhySearchParams(searchParams);
    const state = await prefetch([
      groupsOptions(listProfilingGroups),
      farmsOptions(listFarms),
      ...(canary === null ? [] : [canaryOptions(canary, (name, signal) => showCanary({ name }, signal))]),
    ]);
    return (
      <PageNow now={requestNow()}>
        <HydrationBoundary state={state}>
          <WhyView />
        </HydrationBoundary>
      </PageNow>
    );
  });
}
