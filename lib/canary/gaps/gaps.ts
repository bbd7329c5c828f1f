import type { Span } from '@/lib/time/range';
import { type Activity, activePeriods } from '../active-periods';
import type { ScheduledRun } from '../attempts';
import { readCron } from '../cron';
import type { Canary } from '../run';
import { parseSchedule } from '../schedule';
import { missingByCron } from './cron-gaps';
import type { Gap } from './gap';
import { missingByInterval } from './interval-gaps';

type Scheduled = Pick<Canary, 'schedule'> & Activity;
type GapOptions = { span: Span; knownFrom: number; now: number };

/**
 * The gaps of a span in which runs of a rate() or cron() were due but are missing, oldest first, from scheduled runs, newest first;
 * none for run-once canaries. Shows runs that left no trace, as ones that exceed their timeout can. Considers only the span from `knownFrom` on, and
 * only after the canary was last modified, because its schedule may have been another before, and while it was not stopped, by
 * its last start and stop. All instants are epoch milliseconds.
 */
export function gapsOf(
  scheduled: readonly ScheduledRun[],
  canary: Scheduled,
  { span, knownFrom, now }: GapOptions,
): Gap[] {
  const schedule = parseSchedule(canary.schedule);
  const cron = schedule?.kind === 'cron' ? readCron(schedule.expression) : undefined;
  if (schedule?.kind !== 'interval' && !cron) return [];
  const starts = scheduled.map(({ started }) => started).reverse();
  const known = { from: Math.max(span.from, knownFrom), to: Math.min(span.to, now) };
  return activePeriods(canary, now).flatMap((active) => {
    const from = Math.max(active.from, canary.modified ?? active.from);
    const period = { from, to: Math.min(active.to, now) };
    if (cron) return missingByCron(starts, cron, period, known);
    return schedule?.kind === 'interval' ? missingByInterval(starts, period, schedule.everyMs, known) : [];
  });
}
