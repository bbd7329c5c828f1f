import type { Span } from '@/lib/time/range';
import { type ScheduledRun, scheduledRuns } from './attempts';
import { completeFrom, retainedFrom } from './availability';
import type { LoadedRuns } from './loaded';
import type { Canary } from './run';
import { startedBefore } from './started-before';

/** The instant until which all runs are loaded: an earlier answer tells nothing of later runs. Epoch milliseconds. */
export const knownUntil = ({ asOf = Number.POSITIVE_INFINITY }: LoadedRuns, now: number) =>
  Math.min(asOf, now);

/**
 * When AWS deleted the runs that it no longer keeps, epoch milliseconds: a link can show the past, but AWS has kept nothing for it.
 */
export const retainedAt = ({ asOf = Number.NEGATIVE_INFINITY }: LoadedRuns, now: number) =>
  Math.max(asOf, now);

/** The instant from which both passed and failed runs are known as far as they are loaded: by default, as long as AWS keeps both. */
export const completelyKnownFrom = (loaded: LoadedRuns, canary: Canary, now: number) =>
  loaded.completeFrom ?? completeFrom(canary, retainedAt(loaded, now));

/**
 * The instant from which all runs are loaded, passed and failed ones, epoch milliseconds. Without a canary, as for dry runs, which
 * have no documented retention, loading alone counts.
 */
export const knownFrom = (loaded: LoadedRuns, canary: Canary | undefined, now: number) =>
  canary ? Math.max(loaded.from, completelyKnownFrom(loaded, canary, now)) : loaded.from;

type Viewed = { span: Span; now: number };

/** Whether all runs of a span are known, as `knownFrom` tells. */
export const isSpanKnown = (loaded: LoadedRuns, canary: Canary | undefined, { span, now }: Viewed) =>
  knownFrom(loaded, canary, now) <= span.from;

/** Whether a whole span is older than AWS keeps runs, and none of it was recorded. */
export const isPastRetention = (loaded: LoadedRuns, canary: Canary, { span, now }: Viewed) =>
  span.to <=
  Math.min(retainedFrom(canary, retainedAt(loaded, now)), loaded.completeFrom ?? Number.POSITIVE_INFINITY);

/** Whether the first run of a canary is known, so that nothing is earlier than what is known. */
export const isFirstKnown = ({ created = Number.NEGATIVE_INFINITY }: Canary, knownFrom: number) =>
  knownFrom === Number.NEGATIVE_INFINITY || created >= knownFrom;

/** The scheduled runs that started when all are known, newest first. */
export function knownRuns({ runs }: LoadedRuns, knownFrom: number): readonly ScheduledRun[] {
  const scheduled = scheduledRuns(runs);
  const found = known.get(scheduled);
  if (found?.from === knownFrom) return found.runs;
  const filtered = scheduled.filter((run) => !startedBefore(run, knownFrom));
  known.set(scheduled, { from: knownFrom, runs: filtered });
  return filtered;
}

/** Several figures of a page need the same ones. */
const known = new WeakMap<readonly ScheduledRun[], { from: number; runs: readonly ScheduledRun[] }>();

/** Scheduled runs, newest first, without those that started at or after an instant. */
export const startedUntil = (scheduled: readonly ScheduledRun[], instant: number) =>
  (scheduled[0]?.started ?? instant) < instant
    ? scheduled
    : scheduled.filter(({ started }) => started < instant);
