import type { Span } from '@/lib/time/range';
import { type Activity, activePeriods } from './active-periods';
import { type Outcome, type ScheduledRun, scheduledRuns, WORST_FIRST } from './attempts';
import type { Canary, CanaryRun } from './run';
import { parseSchedule } from './schedule';

/** A part of a timeline: the number of scheduled runs that started in it, by outcome. */
export type Bin = Span &
  Record<Outcome, number> & {
    /** The worst outcome; undefined if no run started in it. */
    worst: Outcome | undefined;
  };

/** Counts the scheduled runs of a span in equal bins, oldest first, by the start of their first attempt. */
export const binRuns = (runs: readonly CanaryRun[], span: Span, bins: number): Bin[] =>
  binScheduled(scheduledRuns(runs), span, bins);

/** The same for runs that are grouped already. */
export function binScheduled(scheduled: readonly ScheduledRun[], span: Span, bins: number): Bin[] {
  const length = (span.to - span.from) / bins;
  const binned = Array.from({ length: bins }, (_, i): Bin => {
    const edge = (index: number) => Math.round(span.from + index * length);
    const counts = { passed: 0, retried: 0, failed: 0, running: 0 };
    return { from: edge(i), to: edge(i + 1), ...counts, worst: undefined };
  });
  for (const { started, outcome } of scheduled) {
    if (started < span.from || started >= span.to) continue;
    const bin = binned[Math.min(bins - 1, Math.floor((started - span.from) / length))];
    if (bin) bin[outcome] += 1;
  }
  for (const bin of binned) bin.worst = WORST_FIRST.find((outcome) => bin[outcome] > 0);
  return binned;
}

/** A gap between two instants in which `missed` scheduled runs are missing. */
export type Gap = Span & { missed: number };

type Scheduled = Pick<Canary, 'schedule'> & Activity;

/**
 * The gaps of a span in which runs of a rate() were due but are missing, oldest first; none for cron and run-once canaries.
 * Shows runs that left no trace, as ones that exceed their timeout can. Considers only the span from `knownFrom` on, and
 * only after the canary was last modified, because its schedule may have been another before, and while it was not stopped, by
 * its last start and stop. All instants are epoch milliseconds.
 */
export function gaps(
  runs: readonly CanaryRun[],
  canary: Scheduled,
  { span, knownFrom, now }: { span: Span; knownFrom: number; now: number },
): Gap[] {
  const schedule = parseSchedule(canary.schedule);
  if (schedule?.kind !== 'interval') return [];
  const starts = scheduledRuns(runs)
    .map(({ started }) => started)
    .reverse();
  const known = { from: Math.max(span.from, knownFrom), to: Math.min(span.to, now) };
  return activePeriods(canary, now).flatMap((active) => {
    const period = {
      from: Math.max(active.from, canary.modified ?? active.from),
      to: Math.min(active.to, now),
    };
    return missing(starts, period, schedule.everyMs, known.from).flatMap((stretch) => clip(stretch, known));
  });
}

/** `count` runs were due every interval from `first` on; `next` is when one started, or the end. */
type Stretch = { first: number; count: number; everyMs: number; next: number };

function missing(starts: readonly number[], period: Span, everyMs: number, knownFrom: number): Stretch[] {
  const found: Stretch[] = [];
  const add = (previous: number, next: number, count: number) => {
    if (count > 0) found.push({ first: previous + everyMs, count, everyMs, next });
  };
  const inside = starts.filter((start) => start >= period.from && start < period.to);
  let previous = assumedPrevious(inside[0], period.from, everyMs, knownFrom);
  for (const next of inside) {
    add(previous, next, Math.round((next - previous) / everyMs) - 1);
    previous = next;
  }
  add(previous, period.to, Math.floor((period.to - previous) / everyMs - 0.5));
  return found;
}

/** The start of the count: a run, the schedule's start, or half an interval back if its phase is unknown. */
function assumedPrevious(
  first: number | undefined,
  start: number,
  everyMs: number,
  knownFrom: number,
): number {
  if (first !== undefined && first <= knownFrom) return first;
  return start >= knownFrom ? start : knownFrom - everyMs / 2;
}

function clip({ first, count, everyMs, next }: Stretch, { from, to }: Span): Gap[] {
  const skipped = Math.max(0, Math.ceil((from - first) / everyMs));
  const missed = Math.min(count, Math.ceil((to - first) / everyMs)) - skipped;
  return missed > 0 ? [{ from: first + skipped * everyMs, to: Math.min(next, to), missed }] : [];
}
