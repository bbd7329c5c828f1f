import type { Span } from '@/lib/time/range';
import { scheduledRuns } from '../attempts';
import { availabilityOf } from '../availability';
import { durations } from '../durations';
import { isPastRetention, knownFrom, knownRuns } from '../known';
import type { LoadedRuns } from '../loaded';
import { shortestInterval } from '../next-run';
import type { Canary } from '../run';
import { startedIn } from '../started-in';
import type { CanaryHealth, HealthOptions } from './canary-health';
import { heartbeatOf } from './heartbeat';
import { missedRuns } from './missed-runs';
import { statusesOf } from './statuses';

/** What a canary's loaded runs tell about a span, and about now. */
export function healthOf(
  loaded: LoadedRuns,
  canary: Canary,
  { span, now, bins }: HealthOptions,
): CanaryHealth {
  const known = knownFrom(loaded, canary, now);
  const scheduled = scheduledRuns(loaded.runs);
  const { passed, finished, coverage } = availabilityOf(scheduled, span, known);
  const newest = scheduled.find(({ started }) => started <= now)?.started;
  return {
    ...statusesOf(loaded, canary, { span, now }),
    passed,
    finished,
    coverage,
    durations: durations(loaded.runs.filter(startedIn(coverage))),
    heartbeat: heartbeatOf(knownRuns(loaded, known), span, binCount(canary, span, bins), {
      gaps: missedRuns(loaded, canary, { span, now }),
      knownFrom: known,
    }),
    ...(newest !== undefined && { newest }),
    knownFrom: Number.isFinite(known) ? known : null,
    isExpired: isPastRetention(loaded, canary, { span, now }),
  };
}

/** At most `max`, and no part shorter than the schedule. */
function binCount(canary: Canary, { from, to }: Span, max: number): number {
  const shortestMs = shortestInterval(canary, from) ?? 1;
  return Math.max(1, Math.min(max, Math.floor((to - from) / shortestMs)));
}
