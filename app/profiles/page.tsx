import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageNow } from '@/components/range/page-now';
import { refusalOf } from '@/lib/answer/access';
import { groupsOptions } from '@/lib/queries/profile';
import { requestNow } from '@/lib/server/clock';
import { prefetch } from '@/lib/server/prefetch';
import { listProfilingGroups } from '@/lib/server/profiler/list-profiling-groups';
import { pushLimits } from '@/lib/server/push/local-mode';
import { inKeptScope } from '../in-kept-scope';
import { pageUser } from '../page-user';
import { ProfilesView } from './view';

export const metadata: Metadata = { title: 'Profiles' };

export default async function ProfilesPage({ searchParams }: PageProps<'/profiles'>) {
  const user = await pageUser();
  return inKeptScope(searchParams, async () => {
    return (
      <PageNow now={requestNow()}>
        <HydrationBoundary state={await prefetch([groupsOptions(listProfilingGroups)])}>
          <ProfilesView pushLimits={refusalOf(user.role, 'addFiles') ? undefined : pushLimits()} />
        </HydrationBoundary>
      </PageNow>
    );
  });
}
