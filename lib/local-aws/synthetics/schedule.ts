import { parseSchedule } from '@/lib/canary/schedule';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** The instants at or after `from` and before `to`, ascending, epoch milliseconds. */
export type Fires = (from: number, to: number) => number[];

/**
 * When `rate(n minute|minutes|hour)` (1 minute to 1 hour, counted from `anchor`; 0 fires once, at `anchor`) or
 * `cron(minutes hours day-of-month month day-of-week year)` in UTC fires. Throws on anything else; L, W and # are
 * not read.
 */
export function firesOf(expression: string, anchor: number): Fires {
  const schedule = parseSchedule(expression);
  switch (schedule?.kind) {
    case 'once':
      return (from, to) => (from <= anchor && anchor < to ? [anchor] : []);
    case 'interval':
      if (schedule.everyMs > HOUR) throw new Error(`not a rate of 1 minute to 1 hour: ${expression}`);
      return every(schedule.everyMs, anchor);
    case 'cron':
      return cron(schedule.expression);
    case undefined:
      throw new Error(`not a schedule: ${expression}`);
  }
}

function every(stepMs: number, anchor: number): Fires {
  return (from, to) => {
    const fires: number[] = [];
    const first = anchor + Math.ceil((from - anchor) / stepMs) * stepMs;
    for (let fire = first; fire < to; fire += stepMs) fires.push(fire);
    return fires;
  };
}

function cron(inner: string): Fires {
  const fields = inner.split(/\s+/);
  if (fields.length !== 6) throw new Error(`a cron expression has six fields: ${inner}`);
  const [minute = '', hour = '', monthDay = '', month = '', weekday = '', year = ''] = fields;
  const minutes = fieldValues(minute, 0, 59);
  const hours = fieldValues(hour, 0, 23);
  const monthDays = fieldValues(monthDay, 1, 31);
  const months = fieldValues(month, 1, 12, MONTHS);
  const weekdays = fieldValues(weekday, 1, 7, WEEKDAYS);
  const years = fieldValues(year, 1970, 2199);

  const isOn = (day: Date) =>
    years.has(day.getUTCFullYear()) &&
    months.has(day.getUTCMonth() + 1) &&
    monthDays.has(day.getUTCDate()) &&
    weekdays.has(day.getUTCDay() + 1);

  return (from, to) => {
    const fires: number[] = [];
    for (let day = Math.floor(from / DAY) * DAY; day < to; day += DAY) {
      if (!isOn(new Date(day))) continue;
      for (const h of hours) {
        for (const m of minutes) fires.push(day + (h * 60 + m) * MINUTE);
      }
    }
    return fires.filter((fire) => fire >= from && fire < to);
  };
}

/** The values, ascending, that `*`, `?`, `5`, `1,2`, `1-5`, `0/15` or names such as `MON-FRI` stand for. */
function fieldValues(field: string, min: number, max: number, names: string[] = []): ReadonlySet<number> {
  const value = (text: string): number => {
    const named = names.indexOf(text);
    const number = named >= 0 ? named + min : /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= min && number <= max)) throw new Error(`not within ${min} to ${max}: ${text}`);
    return number;
  };
  const values: number[] = [];
  for (const part of field.split(',')) {
    const [range = '', stepText] = part.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    if (!(Number.isInteger(step) && step > 0)) throw new Error(`not a step: ${part}`);
    const [low = '', high] = range === '*' || range === '?' ? [`${min}`, `${max}`] : range.split('-');
    const last = high !== undefined ? value(high) : stepText === undefined ? value(low) : max;
    for (let n = value(low); n <= last; n += step) values.push(n);
  }
  return new Set(values.sort((a, b) => a - b));
}
