import type { Answer } from '@/lib/answer/answer';
import { worstFirst } from '@/lib/canary/list/worst-first';
import type { CanaryWithLastRun } from '@/lib/canary/run';
import { askedCosts } from '@/lib/farm/plan/asked-costs';
import { type Farm, type Queue, STATISTICS } from '@/lib/farm/session-statistics';
import { matchesAny, type View } from '@/lib/overview/view';
import { anomaliesSpan } from '@/lib/profile/range/anomalies';
import type { FindingsRequest } from '@/lib/profile/range/findings';
import type { StripPeriod } from '@/lib/profile/range/profile-periods';
import { stripPeriod } from '@/lib/profile/range/strip';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import type { HealthRequest } from '@/lib/queries/canaries-health';
import { HOUR } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

// What the lanes of the overview show, and request for it. With the page of a shared link the server sends the answers.

export const MAX_CANARIES = 20;
const MAX_PARTS = 120;

export const MAX_GROUPS = 20;

/** The lanes of a view; all of them without one. */
export const lanesOf = (view: View | undefined) => ({
  canaries: !view || view.canaries !== undefined,
  farm: !view || view.farm !== undefined,
  profiles: !view || view.profilingGroups !== undefined,
});
/** Longer ranges list profiles of an hour or a day. */
const MAX_FINE_RANGE_MS = 12 * HOUR;

/** The names of all canaries, or of those of a view, the failing ones first. The lane shows the first `MAX_CANARIES`. */
export function laneCanaries(
  list: Answer<CanaryWithLastRun[]>,
  patterns: View['canaries'],
  now: number,
): string[] {
  const all = worstFirst(list, now);
  return patterns ? all.filter((name) => matchesAny(name, patterns)) : all;
}

/** What the lane requests of the canaries that it shows. */
export const laneHealth = (names: readonly string[], span: Span, now: number): HealthRequest => ({
  names: names.toSorted(),
  ...{ span, now, bins: MAX_PARTS },
});

/** The farms to choose from: all of them, or that of a view. */
export const laneFarms = (farms: readonly Farm[], viewFarm: View['farm']): Farm[] =>
  farms.filter(({ farmId }) => viewFarm === undefined || farmId === viewFarm);

/** The chosen farm, or else the first one. */
export const laneFarm = (farms: readonly Farm[], chosenId: string | null): Farm | undefined =>
  farms.find(({ farmId }) => farmId === chosenId) ?? farms[0];

/** The costs of a farm's queues; undefined if it has none. The farm's page requests the same by default, so that its link needs no new aggregation. */
export const laneCosts = (
  farmId: string,
  queues: Answer<Queue[]> | undefined,
  { from, to }: Span,
  zone: string,
) => askedCosts({ farmId, queues }, { from, to }, zone, { groupBy: ['QUEUE_ID'] }, STATISTICS);

/** All profiling groups, or those of a view. The lane shows the first `MAX_GROUPS`. */
export const laneGroups = (
  groups: readonly ProfilingGroup[],
  patterns: View['profilingGroups'],
): ProfilingGroup[] => groups.filter(({ name }) => !patterns || matchesAny(name, patterns));

/** The period of the profiles whose times the lane shows. */
export const lanePeriod = (span: Span, now: number): StripPeriod =>
  stripPeriod(span, now, { maxFiveMinuteSpan: MAX_FINE_RANGE_MS });

/** The anomalies of a group, as its page requests them. */
export function laneFindings(group: string, span: Span, now: number): FindingsRequest {
  const { from, to } = anomaliesSpan(span, now);
  return { group, startTime: from, endTime: to };
}
