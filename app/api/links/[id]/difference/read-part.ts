import { createLoader, parseAsString } from 'nuqs/server';
import { functionsChoice } from '@/components/profile/request/profile-request';
import { profileParams } from '@/components/profile/settings/profile-settings';
import { whyParams } from '@/components/why/why-params';
import type { DifferencePart } from '@/lib/answer/link-difference';
import { CANARY_NAME } from '@/lib/canary/ids';
import { worstFirst } from '@/lib/canary/list/worst-first';
import { answerable } from '@/lib/farm/filters/answerable';
import { FARM_ID } from '@/lib/farm/ids';
import type { CostChoice } from '@/lib/farm/plan/asked-costs';
import { comparedSpan } from '@/lib/profile/range/compared-span';
import { likelyGroup } from '@/lib/profile/range/likely-group';
import { widened } from '@/lib/profile/range/profile-periods';
import { recordedTimesOf } from '@/lib/profile/range/recorded-times';
import { GROUP_NAME } from '@/lib/profile/view/profiling-group';
import { requireAction, type User } from '@/lib/server/access/authorize';
import { listFarms } from '@/lib/server/deadline/list-farms';
import { canaryFigures } from '@/lib/server/difference/canary-figures';
import { costFigures, farmFigures, isByUser } from '@/lib/server/difference/cost-figures';
import { functionFigures } from '@/lib/server/difference/function-figures';
import { groupFigures } from '@/lib/server/difference/group-figures';
import type { ReadFigures, WholeSpan } from '@/lib/server/difference/link-difference';
import { answerFrom } from '@/lib/server/links/link-scope';
import type { OpenLink } from '@/lib/server/links/open-link';
import { describeProfilingGroup } from '@/lib/server/profiler/describe-profiling-group';
import { listProfilingGroups } from '@/lib/server/profiler/list-profiling-groups';
import { recordedTimes } from '@/lib/server/profiler/recorded-hours';
import { describeCanaries } from '@/lib/server/synthetics/describe-canaries';
import { keepsRuns } from '@/lib/server/synthetics/runs/kept-runs';
import { type Span, shownSpan } from '@/lib/time/range';
import { rangeSearchParams } from '@/lib/time/search-params';
import { farmSearchParams } from '../../../../farms/[farmId]/search-params';

/** The page of a link: its kind and the id in its path, its parameters, and the time that it shows. */
export type KeptPage = {
  kind: string;
  id: string | undefined;
  params: URLSearchParams;
  zone: string;
  span: Span;
  /** The instant that `now` stands for. */
  now: number;
};

const loadRange = createLoader(rangeSearchParams);
const loadProfile = createLoader(profileParams);
const loadFarm = createLoader(farmSearchParams);
const loadWhy = createLoader({ ...whyParams, farm: parseAsString });

/** Reads the address of a link's page; undefined if its range can't be read. */
export function keptPage({ manifest: { page }, keptAt }: OpenLink): KeptPage | undefined {
  const params = new URLSearchParams(page.search);
  const { from, to, tz: zone, asof } = loadRange(params);
  const now = asof ?? keptAt;
  const span = shownSpan({ from, to }, now, zone);
  const [, kind = '', id] = page.path.split('/');
  return span && { kind, id: id === undefined ? id : decodeURIComponent(id), params, zone, span, now };
}

/** What makes the times of both sides ones of whole profiles, as the page does, which knows when hours were recorded. */
export async function wholeProfiles(
  link: OpenLink,
  page: KeptPage,
  signal: AbortSignal,
): Promise<{ kept: WholeSpan; current: WholeSpan }> {
  const { kind, params } = page;
  const isCompared = kind === 'why' || (kind === 'profiles' && loadProfile(params).view === 'compare');
  if (!isCompared && kind !== 'profiles') return { kept: (span) => span, current: (span) => span };
  // Parts without a profile don't need the group.
  const group = await profiledGroup(link, page, signal).catch(() => undefined);
  const isGroup = group !== undefined && GROUP_NAME.test(group);
  // A link may keep no answer about the group.
  const described = isGroup
    ? await answerFrom(link, () => describeProfilingGroup(group, signal)).catch(() => undefined)
    : undefined;
  const recordedThen = described && recordedTimesOf(described.data);
  const recordedNow = isGroup ? await recordedTimes(group) : undefined;
  const whole = isCompared ? comparedSpan : widened;
  return {
    kept: (span, now) => whole(span, now, recordedThen),
    current: (span, now) => whole(span, now, recordedNow),
  };
}

/** What reads the figures of a part of a link's page; undefined if it has none. Both sides are of what the link was of. */
export async function partReader(
  part: DifferencePart,
  { link, page, user }: { link: OpenLink; page: KeptPage; user: User },
  signal: AbortSignal,
): Promise<ReadFigures | undefined> {
  const { kind, id, params, zone } = page;
  switch (part) {
    case 'profile': {
      const group = await profiledGroup(link, page, signal);
      if (group === undefined || !GROUP_NAME.test(group)) return undefined;
      const settings = loadProfile(params);
      const latest = kind === 'profiles' && settings.view !== 'compare' ? settings.latest : null;
      const of = { ...functionsChoice(settings), ...(latest && { period: latest }) };
      return functionFigures(group, of, signal);
    }
    case 'groups': {
      const { data } = await answerFrom(link, () => listProfilingGroups(undefined, signal));
      return groupFigures(
        data.map(({ name }) => name),
        signal,
      );
    }
    case 'farms': {
      const { data } = await answerFrom(link, () => listFarms(undefined, signal));
      return farmFigures(data, zone, signal);
    }
    case 'costs': {
      const farmId = kind === 'farms' ? id : await farmOf(link, page, signal);
      if (farmId === undefined || !FARM_ID.test(farmId)) return undefined;
      const choice: CostChoice = kind === 'farms' ? farmChoice(params) : { groupBy: ['QUEUE_ID'] };
      if (isByUser(choice)) requireAction(user, 'seeUsers');
      return costFigures(farmId, choice, zone, signal);
    }
    case 'canaries': {
      const name = kind === 'canaries' ? id : (loadWhy(params).canary ?? undefined);
      if (name === undefined) return canaryFigures(await canariesOf(link, page, signal), false, signal);
      return CANARY_NAME.test(name) ? canaryFigures([name], true, signal) : undefined;
    }
  }
}

/** The group whose profile a page shows, besides other things or not. */
const profiledGroup = async (link: OpenLink, page: KeptPage, signal: AbortSignal) =>
  page.kind === 'profiles' ? page.id : groupOf(link, page, signal);

async function groupOf(
  link: OpenLink,
  { params, span }: KeptPage,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { group } = loadWhy(params);
  if (group !== null) return group;
  const { data } = await answerFrom(link, () => listProfilingGroups(undefined, signal));
  return likelyGroup(data, span);
}

/** The canaries of a page whose runs its link keeps, the failing ones first. */
async function canariesOf(link: OpenLink, { now }: KeptPage, signal: AbortSignal): Promise<string[]> {
  const list = await answerFrom(link, () => describeCanaries(undefined, signal));
  return worstFirst(list, now).filter((name) => keepsRuns(link, name));
}

/** The farm of such a page: an unknown one in its address stands for the first. */
async function farmOf(
  link: OpenLink,
  { params }: KeptPage,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { farm } = loadWhy(params);
  const { data } = await answerFrom(link, () => listFarms(undefined, signal));
  return (data.find(({ farmId }) => farmId === farm) ?? data[0])?.farmId;
}

/** The choice of a farm's page. */
function farmChoice(params: URLSearchParams) {
  const { group, only, queues, fleets, period } = loadFarm(params);
  return {
    ...answerable(group, only),
    ...{ queueIds: queues, fleetIds: fleets },
    ...(period && { period }),
  };
}
