import { HOUR, MINUTE, parseDuration } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import type { ProfilingGroup } from '../view/profiling-group';

/** Shortest period of an aggregated profile. */
const WINDOW_MS = 5 * MINUTE;

/** Instant of a group's newest data; undefined when it never had any. */
export function newestInstant(group: ProfilingGroup): number | undefined {
  const { latestAggregatedProfile: aggregated, latestAgentProfileReportedAt: reported } = group;
  return aggregated || reported !== undefined ? Math.max(aggregated?.start ?? 0, reported ?? 0) : undefined;
}

/** Range that includes a group's newest aggregated profile and at least the hour before its end. */
export function newestSpan(group: ProfilingGroup): Span | undefined {
  const newest = newestInstant(group);
  if (newest === undefined) return undefined;
  const { latestAggregatedProfile: aggregated } = group;
  const aggregatedEnd = aggregated
    ? aggregated.start + (parseDuration(aggregated.period) ?? WINDOW_MS)
    : Number.NEGATIVE_INFINITY;
  const to = Math.max(aggregatedEnd, (Math.floor(newest / WINDOW_MS) + 1) * WINDOW_MS);
  return { from: Math.min(aggregated?.start ?? to, to - HOUR), to };
}
