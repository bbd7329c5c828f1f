import { HOUR } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import type { ProfilingGroup } from '../view/profiling-group';

/** How long after its last profile a group counts as reporting: the next one may not be aggregated yet. */
const MAX_SILENCE_MS = HOUR;

/** The group to show of a span unless the viewer chooses one: the first that reported then, or else the first that there is. */
export function likelyGroup(groups: readonly ProfilingGroup[], { from, to }: Span): string | undefined {
  const reported = groups.find(
    ({ createdAt = 0, latestAggregatedProfile: latest }) =>
      latest !== undefined && createdAt < to && latest.start >= from - MAX_SILENCE_MS,
  );
  return (reported ?? groups[0])?.name;
}
