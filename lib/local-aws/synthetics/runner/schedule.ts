import { nextCronTime, parseCron } from '@/lib/canary/cron';
import { parseSchedule } from '@/lib/canary/schedule';
import { HOUR } from '@/lib/time/duration';

/** The first scheduled time at or after `from`; undefined when there is none. */
export type NextTime = (from: number) => number | undefined;

/**
 * The schedule `rate(n minute|minutes|hour)` (1 minute to 1 hour, counted from `anchor`, the canary's start; 0 means once,
 * at `anchor`) or `cron(…)` in UTC. Epoch milliseconds. Throws an Error for anything else.
 */
export function nextTimeOf(expression: string, anchor: number): NextTime {
  const schedule = parseSchedule(expression);
  switch (schedule?.kind) {
    case 'once':
      return (from) => (from <= anchor ? anchor : undefined);
    case 'interval':
      if (schedule.everyMs > HOUR) throw new Error('a rate is 1 minute to 1 hour, or 0 to run once');
      return every(schedule.everyMs, anchor);
    case 'cron': {
      const cron = parseCron(schedule.expression);
      return (from) => nextCronTime(cron, from);
    }
    case undefined:
      throw new Error('a schedule is rate(5 minutes) or cron(0 12 * * ? *)');
  }
}

function every(stepMs: number, anchor: number): NextTime {
  return (from) => anchor + Math.ceil((from - anchor) / stepMs) * stepMs;
}

/** The scheduled times from `from` until before `to`, ascending. */
export function timesBetween(next: NextTime, from: number, to: number): number[] {
  const times: number[] = [];
  for (let time = next(from); time !== undefined && time < to; time = next(time + 1)) times.push(time);
  return times;
}
