import type { Span } from '@/lib/time/range';
import { scheduledRuns } from '../attempts';
import { availabilityOf } from '../availability';
import { durations } from '../durations';
import { isPastRetention, knownFrom, knownRuns, knownUntil } from '../known';
import type { LoadedRuns } from '../loaded';
import { shortestInterval } from '../next-run';
import type { Canary } from '../run';
import { startedIn } from '../started-in';
import type { CanaryHealth, HealthOptions } from './canary-health';
import { heartbeatOf } from './heartbeat';
import { missedRuns } from './missed-runs';
import { statusAt } from './status-at';

/** What a canary's loaded runs tell about a span, and about now. */
export function healthOf(
  loaded: LoadedRuns,
  canary: Canary,
  { span, now, bins }: HealthOptions,
): CanaryHealth {
  const known = knownFrom(loaded, canary, now);
  const knownTo = knownUntil(loaded, now);
  const all = scheduledRuns(loaded.runs);
  const scheduled = knownRuns(loaded, known);
  const isAll = loaded.from === Number.NEGATIVE_INFINITY;
  const status = (at: number) =>
    statusAt(scheduled, canary, { at, knownFrom: known, knownTo, hasNone: isAll && all.length === 0 });
  const { passed, finished, coverage } = availabilityOf(scheduled, span, known);
  const end = Math.min(span.to, now);
  const newest = all.find(({ started }) => started <= now)?.started;
  const current = status(now);
  return {
    now: current,
    atEnd: end === now ? current : status(end),
    passed,
    finished,
    coverage,
    durations: durations(loaded.runs.filter(startedIn(coverage))),
    heartbeat: heartbeatOf(scheduled, span, binCount(canary, span, bins), {
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
