import { parseSchedule } from '@/lib/canary/schedule';
import { HOUR } from '@/lib/time/duration';
import { nextCronFire, parseCron } from './cron';

/** The first instant at or after `from` at which a canary is to run; undefined when there is none any more. */
export type NextFire = (from: number) => number | undefined;

/**
 * When `rate(n minute|minutes|hour)` (1 minute to 1 hour, counted from `anchor`, the canary's start; 0 fires once, at
 * `anchor`) or `cron(…)` in UTC fires. Epoch milliseconds. Throws a sentence on anything else.
 */
export function nextFireOf(expression: string, anchor: number): NextFire {
  const schedule = parseSchedule(expression);
  switch (schedule?.kind) {
    case 'once':
      return (from) => (from <= anchor ? anchor : undefined);
    case 'interval':
      if (schedule.everyMs > HOUR) throw new Error('a rate is 1 minute to 1 hour, or 0 to run once');
      return every(schedule.everyMs, anchor);
    case 'cron': {
      const cron = parseCron(schedule.expression);
      return (from) => nextCronFire(cron, from);
    }
    case undefined:
      throw new Error('a schedule is rate(5 minutes) or cron(0 12 * * ? *)');
  }
}

function every(stepMs: number, anchor: number): NextFire {
  return (from) => anchor + Math.ceil((from - anchor) / stepMs) * stepMs;
}

/** The instants at or after `from` and before `to`, ascending, at which a schedule fires. */
export function firesBetween(next: NextFire, from: number, to: number): number[] {
  const fires: number[] = [];
  for (let fire = next(from); fire !== undefined && fire < to; fire = next(fire + 1)) fires.push(fire);
  return fires;
}
