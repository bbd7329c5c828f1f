import { isDate } from './instant';
import { parseZone, type WallTime } from './zone';

/** A local time, the milliseconds of its second, and the zone that its text names, if any. */
export type TypedWall = { wall: WallTime; ms: number; zone?: string };

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?`;
const ZONE = String.raw`(?: (?<zone>\S+))?`;
const NUMERIC = new RegExp(
  String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[ T]${CLOCK})?${ZONE}$`,
);
const NAMED = new RegExp(
  String.raw`^(?:[A-Za-z]{3} )?(?<day>\d{1,2}) (?<monthName>[A-Za-z]{3,9})(?: (?<year>\d{4}))?,?(?: ${CLOCK})?${ZONE}$`,
);
const CLOCK_ALONE = new RegExp(`^${CLOCK}${ZONE}$`);

/**
 * Reads a local time: `2026-11-12 09:00`, `12 Nov 2026, 09:00:30 UTC+01:00`, `12 Nov 09:00` (in the year of `near`), `09:00` (on the day
 * of `near` if that `isDay`). The time of day is 00:00 unless given. Undefined for anything else, and dates that don't exist.
 */
export function parseWall(text: string, near: WallTime, isDay = false): TypedWall | undefined {
  const groups = (NUMERIC.exec(text) ?? NAMED.exec(text) ?? (isDay ? CLOCK_ALONE.exec(text) : null))?.groups;
  if (!groups) return undefined;
  const month = groups.monthName ? monthOf(groups.monthName) : Number(groups.month ?? near.month);
  const wall = {
    year: Number(groups.year ?? near.year),
    month,
    day: Number(groups.day ?? near.day),
    hour: Number(groups.hour ?? 0),
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
  };
  const zone = groups.zone === undefined ? undefined : parseZone(groups.zone);
  const isTime = wall.hour < 24 && wall.minute < 60 && wall.second < 60;
  if (!isTime || !isDate(wall.year, month, wall.day) || (groups.zone && !zone)) return undefined;
  return { wall, ms: Number((groups.fraction ?? '').slice(0, 3).padEnd(3, '0')), ...(zone && { zone }) };
}

const MONTH_NAMES = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** The month of a name or of its first letters; 0 for no month. */
const monthOf = (name: string) => MONTH_NAMES.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
