import { HOUR, MINUTE, parseDuration } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import type { ProfilingGroup } from '../view/profiling-group';

/** The shortest period that profiles are aggregated to. */
const WINDOW = 5 * MINUTE;

/** When a group's newest data is from, epoch milliseconds; undefined when it never had any. */
export function newestInstant(group: ProfilingGroup): number | undefined {
  const { latestAggregatedProfile: aggregated, latestAgentProfileReportedAt: reported } = group;
  return aggregated || reported !== undefined ? Math.max(aggregated?.start ?? 0, reported ?? 0) : undefined;
}

/** A range that shows a group's newest data: its newest aggregated profile and at least an hour up to its end. */
export function newestSpan(group: ProfilingGroup): Span | undefined {
  const newest = newestInstant(group);
  if (newest === undefined) return undefined;
  const { latestAggregatedProfile: aggregated } = group;
  const aggregatedEnd = aggregated
    ? aggregated.start + (parseDuration(aggregated.period) ?? WINDOW)
    : Number.NEGATIVE_INFINITY;
  const to = Math.max(aggregatedEnd, (Math.floor(newest / WINDOW) + 1) * WINDOW);
  return { from: Math.min(aggregated?.start ?? to, to - HOUR), to };
}
