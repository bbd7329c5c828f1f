import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Two 29ths of February are up to eight years apart, as in 2096 and 2104. */
const MAX_WAIT_MONTHS = 8 * 12 + 1;

/** A month: its first instant in UTC, its number of days, and the weekday (0–6) of its first day. */
type Month = { start: number; length: number; firstWeekday: number };

type DayRule = (month: Month) => number[];

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

/** `L` is the last day, `15W` the weekday nearest to the 15th within the month, `LW` the last weekday [?]. */
function monthDayRule(part: string): DayRule {
  if (part === 'L') return ({ length }) => [length];
  const nearest = /^(L|\d+)W$/.exec(part)?.[1];
  if (nearest === undefined) {
    const days = values(part, 1, 31);
    return ({ length }) => days.filter((day) => day <= length);
  }
  const day = nearest === 'L' ? undefined : inRange(nearest, 1, 31);
  return (month) => nearestWeekday(month, day ?? month.length);
}

/** Moves a Saturday to Friday and a Sunday to Monday within the month. A day that the month lacks never matches [?]. */
function nearestWeekday(month: Month, day: number): number[] {
  if (day > month.length) return [];
  const weekday = weekdayOf(month, day);
  if (weekday === 6) return [day === 1 ? 3 : day - 1];
  if (weekday === 0) return [day === month.length ? day - 2 : day + 1];
  return [day];
}

/** 1–7 from Sunday; `L` is Saturday, `6L` the month's last Friday [?], `6#2` its second. */
function weekdayRule(part: string): DayRule {
  if (part.includes('/')) throw new Error('day-of-week allows no step');
  if (part === 'L') return weekdaysRule([7]);
  const last = /^(\w+)L$/.exec(part)?.[1];
  if (last !== undefined) {
    const weekday = inRange(last, 1, 7, WEEKDAYS);
    return (month) => weekdaysRule([weekday])(month).slice(-1);
  }
  const [, nthWeekday, nth] = /^(\w+)#(\d+)$/.exec(part) ?? [];
  if (nthWeekday !== undefined && nth !== undefined) {
    const weekday = inRange(nthWeekday, 1, 7, WEEKDAYS);
    const index = inRange(nth, 1, 5) - 1;
    return (month) => weekdaysRule([weekday])(month).slice(index, index + 1);
  }
  return weekdaysRule(values(part, 1, 7, WEEKDAYS));
}

function weekdaysRule(weekdays: readonly number[]): DayRule {
  return (month) => {
    const days = Array.from({ length: month.length }, (_, i) => i + 1);
    return days.filter((day) => weekdays.includes(weekdayOf(month, day) + 1));
  };
}

const weekdayOf = ({ firstWeekday }: Month, day: number) => (firstWeekday + day - 1) % 7;

function anyOf(rules: readonly DayRule[]): DayRule {
  return (month) => ascending(rules.flatMap((rule) => rule(month)));
}

const ascending = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);

/** The numbers of `*`, `5`, `1,2`, `1-5`, `0/15`, `10-30/5` or names such as `MON-FRI`. */
function values(field: string, min: number, max: number, names: readonly string[] = []): number[] {
  return field.split(',').flatMap((part) => {
    const [range = '', stepText, ...more] = part.split('/');
    if (more.length > 0) throw new Error(`${part} has more than one step`);
    const step = stepText === undefined ? 1 : inRange(stepText, 1, max);
    const [lowText = '', highText, ...beyond] = range === '*' ? [`${min}`, `${max}`] : range.split('-');
    if (beyond.length > 0) throw new Error(`${part} is not a range`);
    const low = inRange(lowText, min, max, names);
    const high =
      highText !== undefined ? inRange(highText, min, max, names) : stepText === undefined ? low : max;
    if (high < low) throw new Error(`${part} ends before it begins`);
    const found: number[] = [];
    for (let n = low; n <= high; n += step) found.push(n);
    return found;
  });
}

/** A number, or the number of a name; the first name means `min`. */
function inRange(text: string, min: number, max: number, names: readonly string[] = []): number {
  const named = names.indexOf(text);
  const number = named >= 0 ? named + min : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= min && number <= max))
    throw new Error(`${text || 'nothing'} is not within ${min} to ${max}`);
  return number;
}
