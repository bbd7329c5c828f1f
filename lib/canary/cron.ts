import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { anyOf, type DayRule, type Month, monthDayRule, weekdayRule } from './cron-days';
import { ascending, values } from './cron-fields';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** Two 29ths of February are up to eight years apart, as in 2096 and 2104. */
const MAX_WAIT_MONTHS = 8 * 12 + 1;

/** A parsed cron expression. */
export type Cron = {
  minutes: readonly number[];
  hours: readonly number[];
  months: ReadonlySet<number>;
  days: DayRule;
};

/**
 * Parses `minutes hours day-of-month month day-of-week year`, the six fields that CloudWatch Synthetics documents: lists,
 * ranges, steps, names, L, W and #; one of the two day fields is `?`, the year is `*`. Throws an Error for anything else.
 */
export function parseCron(expression: string): Cron {
  const fields = expression.toUpperCase().split(/\s+/);
  if (fields.length !== 6) throw new Error(`a cron expression has six fields, not ${fields.length}`);
  const [minute = '', hour = '', monthDay = '', month = '', weekday = '', year = ''] = fields;
  if (year !== '*') throw new Error('the year of a cron expression must be *');
  if ((monthDay === '?') === (weekday === '?'))
    throw new Error('exactly one of day-of-month and day-of-week must be ?');
  return {
    minutes: ascending(values(minute, 0, 59)),
    hours: ascending(values(hour, 0, 23)),
    months: new Set(values(month, 1, 12, MONTHS)),
    days: anyOf(
      weekday === '?' ? monthDay.split(',').map(monthDayRule) : weekday.split(',').map(weekdayRule),
    ),
  };
}

/** The parsed expression; undefined if it isn't one. */
export function readCron(expression: string): Cron | undefined {
  try {
    return parseCron(expression);
  } catch {
    return undefined;
  }
}

/** The scheduled times from `from` until before `to`, ascending. */
export function* cronTimes({ minutes, hours, months, days }: Cron, { from, to }: Span): Generator<number> {
  const first = new Date(from);
  for (let i = 0; ; i++) {
    const month = monthAt(first.getUTCFullYear(), first.getUTCMonth() + i);
    if (!(month.start < to)) return;
    if (!months.has(new Date(month.start).getUTCMonth() + 1)) continue;
    for (const day of days(month)) {
      const midnight = month.start + (day - 1) * DAY;
      if (midnight + DAY <= from || midnight >= to) continue;
      for (const hour of hours) {
        const start = midnight + hour * HOUR;
        if (start + HOUR <= from || start >= to) continue;
        for (const minute of minutes) {
          const time = start + minute * MINUTE;
          if (time >= from && time < to) yield time;
        }
      }
    }
  }
}

/** The first scheduled time at or after `from`; undefined when there is none within eight years. */
export function nextCronTime(cron: Cron, from: number): number | undefined {
  const [first] = cronTimes(cron, { from, to: monthsLater(from, MAX_WAIT_MONTHS) });
  return first;
}

function monthsLater(instant: number, count: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count);
}

function monthAt(year: number, month: number): Month {
  const start = Date.UTC(year, month);
  return {
    start,
    length: (Date.UTC(year, month + 1) - start) / DAY,
    firstWeekday: new Date(start).getUTCDay(),
  };
}
