import { DAY, HOUR, MINUTE } from './duration';

/** `+05:30`, `+0530`, `UTC+05:30`. */
const OFFSET_ZONE = /^(?:UTC|GMT)?([+-])([01]\d|2[0-3]):?([0-5]\d)$/;

/**
 * The name under which the product knows a zone: an IANA zone as it is (`Europe/Berlin`, `UTC`), an offset as `UTC+05:30`.
 * Undefined for an unknown one. Offsets are read here, since not every Node knows them as zones.
 */
export function parseZone(text: string): string | undefined {
  const offset = offsetOf(text);
  if (offset !== undefined) return offset === 0 ? 'UTC' : formatOffset(offset);
  try {
    formatter(text);
    return text;
  } catch {
    return undefined;
  }
}

/** Whether a zone is an IANA zone that the runtime knows, or an offset from UTC. */
export const isZone = (name: string): boolean => parseZone(name) !== undefined;

/** Whether a zone is an offset such as `UTC+05:30`, which is its own label. */
export const isOffsetZone = (zone: string): boolean => OFFSET_ZONE.test(zone);

function offsetOf(zone: string): number | undefined {
  const [, sign, hours, minutes] = OFFSET_ZONE.exec(zone) ?? [];
  if (sign === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
}

export type WallTime = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
};

/** Zone names come from URLs in any spelling, so the cache is limited. */
const MAX_FORMATTERS = 100;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let format = formatters.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    if (formatters.size >= MAX_FORMATTERS) formatters.clear();
    formatters.set(zone, format);
  }
  return format;
}

/** The local date and time in a zone at an instant. Months and days count from 1. */
export function wallTime(instant: number, zone: string): WallTime {
  if (zone === 'UTC') return utcTime(new Date(instant));
  const offset = offsetOf(zone);
  if (offset !== undefined) return utcTime(new Date(instant + offset));
  const wall: WallTime = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatter(zone).formatToParts(instant)) {
    if (type in wall) wall[type as keyof WallTime] = Number(value);
  }
  return wall;
}

/** Avoids a formatter, which takes thirty times as long. */
const utcTime = (at: Date): WallTime => ({
  year: at.getUTCFullYear(),
  month: at.getUTCMonth() + 1,
  day: at.getUTCDate(),
  hour: at.getUTCHours(),
  minute: at.getUTCMinutes(),
  second: at.getUTCSeconds(),
});

/** A zone's offset from UTC at an instant, milliseconds, positive to the east. */
export function zoneOffset(instant: number, zone: string): number {
  const { year, month, day, hour, minute, second } = wallTime(instant, zone);
  const whole = Math.floor(instant / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

/**
 * The instant of a local time in a zone: the first one if clocks show it twice; if they skip it, the time is
 * moved forward by what they skip. Days and months beyond their range carry over.
 */
export function instantOfWall(wall: WallTime, zone: string): number {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  const before = zoneOffset(asUtc - DAY, zone);
  if (zoneOffset(asUtc - before, zone) === before) return asUtc - before;
  const after = zoneOffset(asUtc + DAY, zone);
  if (zoneOffset(asUtc - after, zone) === after) return asUtc - after;
  return asUtc - before;
}

/** `UTC+05:30`, the form that Deadline Cloud expects. */
export function formatOffset(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE);
  const pad = (n: number) => String(n).padStart(2, '0');
  return `UTC${offsetMs < 0 && minutes > 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
