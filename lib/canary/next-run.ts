import { isActiveAt } from './active-periods';
import { nextCronTime, readCron } from './cron';
import type { Canary } from './run';
import { parseSchedule } from './schedule';

/** `never`: the schedule names a date that doesn't exist. `unknown`: AWS doesn't tell when a rate() counts from. */
export type NextRun = { at: number } | 'stopped' | 'once' | 'never' | 'unknown';

/** When a canary runs next at or after `now`, from its schedule and the start of its newest run. Epoch milliseconds. */
export function nextRun(canary: Canary, newest: number | undefined, now: number): NextRun {
  const schedule = parseSchedule(canary.schedule);
  if (schedule?.kind === 'once') return 'once';
  if (schedule?.kind === 'cron') {
    const cron = readCron(schedule.expression);
    const at = cron && nextCronTime(cron, now);
    if (cron && at === undefined) return 'never';
    if (!isActiveAt(canary, now)) return 'stopped';
    return at === undefined ? 'unknown' : { at };
  }
  if (!isActiveAt(canary, now)) return 'stopped';
  if (!schedule || newest === undefined) return 'unknown';
  return { at: newest + Math.max(1, Math.ceil((now - newest) / schedule.everyMs)) * schedule.everyMs };
}

/** Maximum number of times of a cron expression that are compared. */
const MAX_COMPARED = 50;

/** The shortest time between two scheduled runs, milliseconds; undefined for run-once and unknown schedules. */
export function shortestInterval({ schedule }: Pick<Canary, 'schedule'>, from: number): number | undefined {
  const parsed = parseSchedule(schedule);
  if (parsed?.kind === 'interval') return parsed.everyMs;
  const cron = parsed?.kind === 'cron' ? readCron(parsed.expression) : undefined;
  if (!cron) return undefined;
  let shortest: number | undefined;
  let time = nextCronTime(cron, from);
  for (let i = 0; i < MAX_COMPARED && time !== undefined; i++) {
    const next = nextCronTime(cron, time + 1);
    if (next !== undefined) shortest = Math.min(shortest ?? next - time, next - time);
    time = next;
  }
  return shortest;
}
