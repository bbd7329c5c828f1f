import { HOUR, MINUTE, SECOND } from './duration';
import { MAX_INSTANT } from './instant';
import { instantOfWall, type WallTime, wallTime, zoneOffset } from './zone';

/** Second, minute, hour, day, week, month and year, as in `now-1d/d`. */
export type CalendarUnit = 's' | 'm' | 'h' | 'd' | 'w' | 'M' | 'y';

const CLOCK_UNITS: Partial<Record<CalendarUnit, number>> = { s: SECOND, m: MINUTE, h: HOUR };

/** Whether an instant is in the years 1970–9999; false for NaN. */
export const isInside = (instant: number): boolean => instant >= 0 && instant <= MAX_INSTANT;

/**
 * An instant moved by a number of units. Seconds, minutes and hours have their length; days, weeks, months and years keep
 * the local time, so that a day has 23 or 25 hours where clocks change. The 31st becomes the last day of a shorter month.
 * Infinite outside of the years 1970–9999.
 */
export function shiftInstant(instant: number, count: number, unit: CalendarUnit, zone: string): number {
  const fixed = CLOCK_UNITS[unit];
  const moved = fixed ? instant + count * fixed : shiftDate(instant, count, unit, zone);
  return isInside(moved) ? moved : count * Number.POSITIVE_INFINITY;
}

function shiftDate(instant: number, count: number, unit: CalendarUnit, zone: string): number {
  const wall = wallTime(instant, zone);
  const fraction = instant - Math.floor(instant / SECOND) * SECOND;
  if (unit === 'd' || unit === 'w') {
    const days = unit === 'd' ? count : 7 * count;
    return onExistingDay({ ...wall, day: wall.day + days }, Math.sign(days), zone) + fraction;
  }
  const months = wall.year * 12 + (wall.month - 1) + count * (unit === 'y' ? 12 : 1);
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  if (year < 1970 || year > 9999) return Number.NaN;
  const day = Math.min(wall.day, new Date(Date.UTC(year, month, 0)).getUTCDate());
  return instantOfWall({ ...wall, year, month, day }, zone) + fraction;
}

/** The instant of a local time; a day later or earlier where a zone skipped a whole day, as Samoa did on 30 December 2011. */
function onExistingDay(wall: WallTime, direction: number, zone: string): number {
  const instant = instantOfWall(wall, zone);
  const asked = new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDate();
  if (Number.isNaN(asked) || wallTime(instant, zone).day === asked) return instant;
  return instantOfWall({ ...wall, day: wall.day + direction }, zone);
}

/** The first instant of the unit that an instant is in. Weeks start on Monday. */
export function startOfUnit(instant: number, unit: CalendarUnit, zone: string): number {
  const fixed = CLOCK_UNITS[unit];
  if (fixed) {
    // Not by local time, which names two instants in an hour that clocks repeat.
    const local = instant + zoneOffset(instant, zone);
    return instant - (((local % fixed) + fixed) % fixed);
  }
  const wall = wallTime(instant, zone);
  const day = { ...wall, hour: 0, minute: 0, second: 0 };
  if (unit === 'd') return instantOfWall(day, zone);
  if (unit === 'w') return instantOfWall({ ...day, day: wall.day - daysSinceMonday(wall) }, zone);
  return instantOfWall(unit === 'M' ? { ...day, day: 1 } : { ...day, month: 1, day: 1 }, zone);
}

const daysSinceMonday = ({ year, month, day }: WallTime) =>
  (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;

/** The first instant after the unit that an instant is in. */
export function endOfUnit(instant: number, unit: CalendarUnit, zone: string): number {
  const start = startOfUnit(instant, unit, zone);
  const fixed = CLOCK_UNITS[unit];
  if (fixed) return start + fixed;
  const wall = { ...wallTime(start, zone), hour: 0, minute: 0, second: 0 };
  if (unit === 'd' || unit === 'w') wall.day += unit === 'd' ? 1 : 7;
  else if (unit === 'M') wall.month += 1;
  else wall.year += 1;
  return instantOfWall(wall, zone);
}

/** Months from January 1970 to a local time, milliseconds of its clock. */
export function monthOf(wall: number): number {
  const date = new Date(wall);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}
