import { DAY, HOUR, MINUTE, SECOND, WEEK } from './duration';
import { isDate, MAX_INSTANT, parseInstant } from './instant';
import { instantOfWall, wallTime, zoneOffset } from './zone';

/** A span of time in epoch milliseconds; `from` is included, `to` is not. */
export type Span = { from: number; to: number };

/**
 * A range as in the URL. Each end is `now-6h`, `now/d`, an ISO-8601 instant, a date (its start in the page's
 * zone) or epoch milliseconds.
 */
export type RangeText = { from: string; to: string };

export const DEFAULT_RANGE: RangeText = { from: 'now-6h', to: 'now' };
export const DEFAULT_ZONE = 'UTC';

const RELATIVE = /^now((?:[+-]\d{1,6}[smhdwMy])*)(?:\/([smhdwMy]))?$/;
const STEP = /([+-])(\d+)([smhdwMy])/g;
const FIXED_UNITS: Record<string, number> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY, w: WEEK };
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a range's end moves with the current time. */
export const isRelative = (text: string) => text.startsWith('now');

/**
 * The span of a range at `now` in a zone; undefined when an end is malformed or outside of the years 1970–9999,
 * or the end is not after the start. `now/d` means the day's start as a start and its end as an end.
 */
export function resolveRange(range: RangeText, now: number, zone: string): Span | undefined {
  const from = resolveEnd(range.from, now, zone, false);
  const to = resolveEnd(range.to, now, zone, true);
  if (from === undefined || to === undefined || to <= from) return undefined;
  return { from, to };
}

function resolveEnd(text: string, now: number, zone: string, roundUp: boolean): number | undefined {
  const instant = resolveText(text, now, zone, roundUp);
  return instant !== undefined && isInside(instant) ? instant : undefined;
}

/** Whether an instant is in the years 1970–9999; false for NaN. */
const isInside = (instant: number) => instant >= 0 && instant <= MAX_INSTANT;

function resolveText(text: string, now: number, zone: string, roundUp: boolean): number | undefined {
  const absolute = parseInstant(text) ?? startOfDate(text, zone);
  if (absolute !== undefined) return absolute;
  const match = RELATIVE.exec(text);
  if (!match) return undefined;
  let instant = now;
  for (const [, sign, count, unit] of (match[1] ?? '').matchAll(STEP)) {
    instant = shift(instant, (sign === '-' ? -1 : 1) * Number(count), unit ?? '', zone);
    if (!isInside(instant)) return undefined;
  }
  const unit = match[2];
  return unit ? roundTo(instant, unit, zone, roundUp) : instant;
}

function startOfDate(text: string, zone: string): number | undefined {
  const [year, month, day] = (DATE.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (!isDate(year, month, day)) return undefined;
  return instantOfWall({ year, month, day, hour: 0, minute: 0, second: 0 }, zone);
}

function shift(instant: number, count: number, unit: string, zone: string): number {
  const fixed = FIXED_UNITS[unit];
  if (fixed) return instant + count * fixed;
  const wall = wallTime(instant, zone);
  const months = wall.year * 12 + (wall.month - 1) + count * (unit === 'y' ? 12 : 1);
  const year = Math.floor(months / 12);
  if (year < 1970 || year > 9999) return Number.NaN;
  const month = (((months % 12) + 12) % 12) + 1;
  const day = Math.min(wall.day, new Date(Date.UTC(year, month, 0)).getUTCDate());
  return instantOfWall({ ...wall, year, month, day }, zone);
}

function roundTo(instant: number, unit: string, zone: string, up: boolean): number {
  const start = startOf(instant, unit, zone);
  if (!up) return start;
  const next =
    unit === 'd' || unit === 'w' ? addDays(start, unit === 'd' ? 1 : 7, zone) : shift(start, 1, unit, zone);
  return next;
}

function addDays(instant: number, days: number, zone: string): number {
  const wall = wallTime(instant, zone);
  return instantOfWall({ ...wall, day: wall.day + days }, zone);
}

function startOf(instant: number, unit: string, zone: string): number {
  const wall = wallTime(instant, zone);
  const day = { ...wall, hour: 0, minute: 0, second: 0 };
  switch (unit) {
    // Not by local time, which names two instants in an hour that clocks repeat.
    case 's':
    case 'm':
    case 'h': {
      const local = instant + zoneOffset(instant, zone);
      const length = FIXED_UNITS[unit] ?? SECOND;
      return instant - (((local % length) + length) % length);
    }
    case 'd':
      return instantOfWall(day, zone);
    case 'w': {
      const weekday = (new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay() + 6) % 7;
      return instantOfWall({ ...day, day: wall.day - weekday }, zone);
    }
    case 'M':
      return instantOfWall({ ...day, day: 1 }, zone);
    default:
      return instantOfWall({ ...day, month: 1, day: 1 }, zone);
  }
}

/** A range with absolute ends, so that a link shows the same later. */
export function absoluteRange({ from, to }: Span): RangeText {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/**
 * Splits a span into spans of at most `length`, oldest first, cut at multiples of `length` from its end. Only
 * the newest `max` are returned; `leftOut` is the part before them.
 */
export function splitSpan(span: Span, length: number, max: number): { spans: Span[]; leftOut?: Span } {
  const spans: Span[] = [];
  let to = span.to;
  while (to > span.from && spans.length < max) {
    const from = Math.max(span.from, to - length);
    spans.unshift({ from, to });
    to = from;
  }
  return to > span.from ? { spans, leftOut: { from: span.from, to } } : { spans };
}
