import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FarmOfLinks } from '@/components/farm/aws/console-context';
import { PageNow } from '@/components/range/page-now';
import { refusalOf } from '@/lib/answer/access';
import { FARM_ID } from '@/lib/farm/ids';
import { awsPlaceOptions } from '@/lib/queries/aws-place';
import { farmOptions, fleetsOptions, queuesOptions } from '@/lib/queries/farm';
import { usersOptions } from '@/lib/queries/users';
import { awsPlace } from '@/lib/server/aws/aws-place';
import { requestNow } from '@/lib/server/clock';
import { configuredUsers } from '@/lib/server/config/configured';
import { getFarm } from '@/lib/server/deadline/get-farm';
import { listFleets } from '@/lib/server/deadline/list-fleets';
import { listQueues } from '@/lib/server/deadline/list-queues';
import { isMissing } from '@/lib/server/is-missing';
import { prefetch } from '@/lib/server/prefetch';
import { inKeptScope } from '../../in-kept-scope';
import { pageUser } from '../../page-user';
import { FarmView } from './view';

export const metadata: Metadata = { title: 'Farm costs' };

/** Does not prefetch statistics, because rendering a page must not start an aggregation. */
export default async function FarmPage({ params, searchParams }: PageProps<'/farms/[farmId]'>) {
  const user = await pageUser();
  return inKeptScope(searchParams, async () => {
    const { farmId } = await params;
    if (!FARM_ID.test(farmId)) notFound();
    const [missing, state] = await Promise.all([
      isMissing((signal) => getFarm(farmId, signal)),
      prefetch([
        farmOptions(farmId, getFarm),
        queuesOptions(farmId, listQueues),
        fleetsOptions(farmId, listFleets),
        ...(refusalOf(user.role, 'seeUsers') ? [] : [usersOptions(configuredUsers)]),
        awsPlaceOptions(awsPlace),
      ]),
    ]);
    if (missing) notFound();
    return (
      <PageNow now={requestNow()}>
        <HydrationBoundary state={state}>
          <FarmOfLinks farmId={farmId}>
            <FarmView farmId={farmId} />
          </FarmOfLinks>
        </HydrationBoundary>
      </PageNow>
    );
  });
}
