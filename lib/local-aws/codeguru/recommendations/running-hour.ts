import type { Span } from '@/lib/time/range';
import type { CodeguruWorld } from '../operation';
import { aggregationOf, windowOf } from '../store/aggregation';
import type { Step } from '../store/frame-series';
import type { ProfilingGroup } from '../store/profiling-group';

/** Fewer profiles of five minutes don't show whether an anomaly still lasts. */
const MIN_PROFILES = 3;

/** The frames of the hour that has not ended, from its profiles in a span; undefined if they are too few. */
export async function runningHour(
  group: ProfilingGroup,
  span: Span,
  { profiles, clock }: Pick<CodeguruWorld, 'profiles' | 'clock'>,
): Promise<Step | undefined> {
  const now = clock.now();
  const { PT5M, PT1H } = aggregationOf;
  const from = Math.max(span.from, windowOf(now, PT1H.length));
  if (from >= span.to) return undefined;
  const starts = group
    .starts(PT5M, { from, to: span.to }, now)
    .filter((start) => start + PT5M.length <= span.to);
  return starts.length < MIN_PROFILES ? undefined : profiles.frames.merged(group, PT5M, starts, now);
}
