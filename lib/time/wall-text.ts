import { isDate } from './instant';
import { parseZone, type WallTime } from './zone';

/** A local time, the milliseconds of its second, the zone that its text names, if any, and what the text leaves open. */
export type TypedWall = {
  wall: WallTime;
  ms: number;
  zone?: string;
  lacks: { year: boolean; day: boolean; clock: boolean };
};

type Groups = Record<string, string | undefined>;

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?`;
const ZONE = String.raw`(?: (?<zone>\S+))?`;
const NUMERIC = new RegExp(
  String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[ T]${CLOCK})?${ZONE}$`,
);
const DATE = String.raw`(?:(?<weekday>[A-Za-z]{3}) )?(?<day>\d{1,2}) (?<monthName>[A-Za-z]{3,9})(?: (?<year>\d{4}))?`;
const NAMED = new RegExp(`^${DATE},?(?: ${CLOCK})?${ZONE}$`);
const CLOCK_ALONE = new RegExp(`^${CLOCK}${ZONE}$`);

/**
 * Reads a local time: `2026-11-12 09:00`, `12 Nov 2026, 09:00:30 UTC+01:00`, `Thu 12 Nov, 09:00` (in the year of `near`). The time of day
 * is 00:00 unless given. Undefined for anything else, and for dates that don't exist.
 */
export const parseWall = (text: string, near: WallTime): TypedWall | undefined =>
  typedWall((NUMERIC.exec(text) ?? NAMED.exec(text))?.groups, near);

/** Reads a time of day, such as `09:00` or `09:00 UTC`, on a day. Undefined for anything else. */
export const parseClock = (text: string, day: WallTime): TypedWall | undefined =>
  typedWall(CLOCK_ALONE.exec(text)?.groups, day);

function typedWall(groups: Groups | undefined, near: WallTime): TypedWall | undefined {
  if (!groups) return undefined;
  const { monthName, fraction = '', weekday } = groups;
  const wall = {
    year: Number(groups.year ?? near.year),
    month: monthName ? monthOf(monthName) : Number(groups.month ?? near.month),
    day: Number(groups.day ?? near.day),
    hour: Number(groups.hour ?? 0),
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
  };
  const zone = groups.zone === undefined ? undefined : parseZone(groups.zone);
  const isTime = wall.hour < 24 && wall.minute < 60 && wall.second < 60;
  if (!isTime || !isDate(wall.year, wall.month, wall.day) || (groups.zone && !zone)) return undefined;
  if (weekday && weekday.toLowerCase() !== weekdayOf(wall)) return undefined;
  return {
    wall,
    ms: Number(fraction.slice(0, 3).padEnd(3, '0')),
    ...(zone && { zone }),
    lacks: { year: !groups.year, day: !groups.day, clock: !groups.hour },
  };
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const weekdayOf = ({ year, month, day }: WallTime) =>
  WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];

const MONTH_NAMES = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** The month of a name or of its first letters; 0 for no month. */
const monthOf = (name: string) => MONTH_NAMES.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
