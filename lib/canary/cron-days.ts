import { ascending, inRange, values } from './cron-fields';

const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** A month: its first instant in UTC, its number of days, and the weekday (0–6) of its first day. */
export type Month = { start: number; length: number; firstWeekday: number };

/** The days of a month that a field of an expression matches, 1–31. */
export type DayRule = (month: Month) => number[];

/** `L` is the last day, `15W` the weekday nearest to the 15th within the month, `LW` the last weekday [?]. */
export function monthDayRule(part: string): DayRule {
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
export function weekdayRule(part: string): DayRule {
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

/** The days that one or more of the rules match. */
export function anyOf(rules: readonly DayRule[]): DayRule {
  return (month) => ascending(rules.flatMap((rule) => rule(month)));
}
