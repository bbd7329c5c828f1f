import type { DehydratedState, QueryClient } from '@tanstack/react-query';
import { coveredSpans } from '@/components/overview/covered-spans';
import {
  laneCanaries,
  laneCosts,
  laneFarm,
  laneFarms,
  laneFindings,
  laneGroups,
  laneHealth,
  lanePeriod,
  lanesOf,
  MAX_CANARIES,
  MAX_GROUPS,
} from '@/components/overview/lane-requests';
import type { View } from '@/lib/overview/view';
import { STRIP_PERIODS } from '@/lib/profile/range/profile-periods';
import { timesOfStrip } from '@/lib/profile/range/strip';
import { activeBudgetsOptions } from '@/lib/queries/budgets';
import { canariesHealthOptions } from '@/lib/queries/canaries-health';
import { canariesOptions } from '@/lib/queries/canary';
import { sentCostsOptions } from '@/lib/queries/costs';
import { farmsOptions, queuesOptions } from '@/lib/queries/farm';
import { findingsOptions } from '@/lib/queries/findings';
import { notesOptions } from '@/lib/queries/notes';
import { groupsOptions, profileTimesOptions } from '@/lib/queries/profile';
import { viewsOptions } from '@/lib/queries/views';
import { configuredViews } from '@/lib/server/config/configured';
import { costsToSend } from '@/lib/server/deadline/costs/costs-to-send';
import { activeBudgets } from '@/lib/server/deadline/farm-budgets';
import { listFarms } from '@/lib/server/deadline/list-farms';
import { listQueues } from '@/lib/server/deadline/list-queues';
import { keptLink } from '@/lib/server/links/link-scope';
import { getNotes } from '@/lib/server/notes/get-notes';
import { prefetch, prefetchInTurn } from '@/lib/server/prefetch';
import { getRecommendations } from '@/lib/server/profiler/get-recommendations';
import { listProfileTimes } from '@/lib/server/profiler/list-profile-times';
import { listProfilingGroups } from '@/lib/server/profiler/list-profiling-groups';
import { listCanaries } from '@/lib/server/synthetics/list-canaries';
import { readHealth } from '@/lib/server/synthetics/runs/read-health';
import { type Span, shownSpan } from '@/lib/time/range';
import type { OverviewSearchParams } from './search-params';

/** A link's answers are near, and asking for one after the other takes a browser longer. */
const MAX_KEPT_WAIT_MS = 2000;

/** What a page of a shared link shows, and the client with which it is read. */
type Shown = { client: QueryClient; view: View | undefined; span: Span; now: number; zone: string };

/**
 * The first data of the overview. With the page of a shared link, whose data are in its own files, comes what its lanes show, so that
 * they are there as soon as the page is, but for costs that date thresholds of budgets, and shares of frames; other pages request what takes longer.
 */
export async function overviewState(
  params: OverviewSearchParams,
  pageNow: number,
  maxKeptWaitMs = MAX_KEPT_WAIT_MS,
): Promise<DehydratedState> {
  const now = params.asof ?? pageNow;
  const span = shownSpan(params, now, params.tz);
  if (!keptLink() || !span)
    return prefetch([
      viewsOptions(configuredViews),
      canariesOptions(listCanaries),
      farmsOptions(listFarms),
      groupsOptions(listProfilingGroups),
    ]);
  return prefetchInTurn(
    (client) => [readLanes(client, params, { span, now, zone: params.tz })],
    maxKeptWaitMs,
  );
}

async function readLanes(
  client: QueryClient,
  params: OverviewSearchParams,
  range: Pick<Shown, 'span' | 'now' | 'zone'>,
): Promise<void> {
  // A page whose views can't be read shows everything.
  const views = await client.query(viewsOptions(configuredViews)).catch(() => undefined);
  const view = views?.data.find(({ name }) => name === params.view);
  const shown = { client, view, ...range };
  const lanes = lanesOf(view);
  const { from: startTime, to: endTime } = range.span;
  await Promise.allSettled([
    client.query(notesOptions({ startTime, endTime }, getNotes)),
    lanes.canaries && readCanaries(shown),
    lanes.farm && readCosts(shown, params.farm),
    lanes.profiles && readProfiles(shown),
  ]);
}

async function readCanaries({ client, view, span, now }: Shown): Promise<void> {
  const list = await client.query(canariesOptions(listCanaries));
  const names = laneCanaries(list, view?.canaries, now).slice(0, MAX_CANARIES);
  await client.query(
    canariesHealthOptions(laneHealth(names, span, now), ({ body: { names: of, from, to, ...how } }) =>
      readHealth(of, { span: { from, to }, ...how }),
    ),
  );
}

async function readCosts({ client, view, span, zone }: Shown, chosenId: string | null): Promise<void> {
  const { data } = await client.query(farmsOptions(listFarms));
  const farm = laneFarm(laneFarms(data, view?.farm), chosenId);
  if (!farm) return;
  const queues = await client.query(queuesOptions(farm.farmId, listQueues));
  const asked = laneCosts(farm.farmId, queues, span, zone);
  if (!asked) return;
  await Promise.allSettled([
    client.query(sentCostsOptions(asked.query, costsToSend)),
    client.query(activeBudgetsOptions(farm.farmId, activeBudgets)),
  ]);
}

async function readProfiles({ client, view, span, now }: Shown): Promise<void> {
  const { data } = await client.query(groupsOptions(listProfilingGroups));
  const groups = laneGroups(data, view?.profilingGroups).slice(0, MAX_GROUPS);
  const period = lanePeriod(span, now);
  const readGroup = async (name: string) => {
    const { starts } = (
      await client.query(profileTimesOptions(timesOfStrip(name, span, period), listProfileTimes))
    ).data;
    if (view?.frame !== undefined || coveredSpans(starts, STRIP_PERIODS[period], span).length === 0) return;
    await client.query(findingsOptions(laneFindings(name, span, now), getRecommendations));
  };
  await Promise.allSettled(groups.map(({ name }) => readGroup(name)));
}
