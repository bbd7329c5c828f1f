import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { LateBoundary } from '@/components/panel/late-boundary';
import { GroupSkeleton } from '@/components/profile/page/group-skeleton';
import { profileRequest, viewChoice } from '@/components/profile/request/profile-request';
import { PageNow } from '@/components/range/page-now';
import { HOURLY_RETENTION_MS, widened } from '@/lib/profile/range/profile-periods';
import { recordedTimesOf } from '@/lib/profile/range/recorded-times';
import { allowedStripPeriod, profileTimesRequest } from '@/lib/profile/range/strip';
import { GROUP_NAME } from '@/lib/profile/view/profiling-group';
import { groupOptions, profileOptions, profileTimesOptions } from '@/lib/queries/profile';
import { requestNow } from '@/lib/server/clock';
import { isMissing } from '@/lib/server/is-missing';
import { isOpening, prefetchStreamed } from '@/lib/server/prefetch';
import { describeProfilingGroup } from '@/lib/server/profiler/describe-profiling-group';
import { getProfileView } from '@/lib/server/profiler/get-profile-view';
import { listProfileTimes } from '@/lib/server/profiler/list-profile-times';
import { type Span, shownSpan } from '@/lib/time/range';
import { Hydrated } from '../../hydrated';
import { inKeptScope } from '../../in-kept-scope';
import { pageUser } from '../../page-user';
import { loadProfileSearchParams } from './search-params';
import { GroupView } from './view';

export async function generateMetadata({ params }: PageProps<'/profiles/[group]'>): Promise<Metadata> {
  return { title: (await params).group };
}

export default async function GroupPage({ params, searchParams }: PageProps<'/profiles/[group]'>) {
  await pageUser();
  return inKeptScope(searchParams, async () => {
    const { group } = await params;
    if (!GROUP_NAME.test(group)) notFound();
    const {
      from,
      to,
      tz,
      asof,
      refresh: _refresh,
      kept: _kept,
      ...settings
    } = await loadProfileSearchParams(searchParams);
    const pageNow = requestNow();
    const now = asof ?? pageNow;
    const span = shownSpan({ from, to }, now, tz);
    const recorded = await recordedIn(group, span, now);
    const options = [
      groupOptions(group, describeProfilingGroup),
      ...(span && settings.view !== 'compare'
        ? [
            profileTimesOptions(
              profileTimesRequest(group, span, now, {
                chosen: allowedStripPeriod(span, settings.strip),
                recorded,
              }),
              listProfileTimes,
            ),
            profileOptions(
              {
                ...profileRequest(group, widened(span, now, recorded), settings),
                ...viewChoice(settings, 0),
              },
              getProfileView,
            ),
          ]
        : []),
    ];
    const isOpeningPage = isOpening(await headers());
    const [missing, { state, isLate }] = await Promise.all([
      isMissing((signal) => describeProfilingGroup(group, signal)),
      prefetchStreamed(options, isOpeningPage),
    ]);
    if (missing) notFound();
    return (
      <PageNow now={pageNow}>
        <LateBoundary isLate={isLate} skeleton={<GroupSkeleton group={group} />}>
          <Hydrated state={state}>
            <GroupView group={group} />
          </Hydrated>
        </LateBoundary>
      </PageNow>
    );
  });
}

/** When hours were recorded, which matters for ranges of which AWS has only days left. */
async function recordedIn(group: string, span: Span | undefined, now: number) {
  if (!span || span.from >= now - HOURLY_RETENTION_MS) return undefined;
  const described = await describeProfilingGroup(group).catch(() => undefined);
  return described && recordedTimesOf(described.data);
}
