import { type CalendarUnit, endOfUnit, isInside, shiftInstant, startOfUnit } from './calendar';
import { isDate, parseInstant } from './instant';
import { instantOfWall } from './zone';

/** A span of time in epoch milliseconds; `from` is included, `to` is not. */
export type Span = { from: number; to: number };

/**
 * A range as in the URL. Each end is `now-6h`, `now/d`, an ISO-8601 instant, a date (its start in the page's
 * zone) or seconds or milliseconds of the epoch.
 */
export type RangeText = { from: string; to: string };

export const DEFAULT_RANGE: RangeText = { from: 'now-6h', to: 'now' };
export const DEFAULT_ZONE = 'UTC';

const RELATIVE = /^now((?:[+-]\d{1,6}[smhdwMy])*)(?:\/([smhdwMy]))?$/;
const STEP = /([+-])(\d+)([smhdwMy])/g;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a range's end moves with the current time. */
export const isRelative = (text: string) => text.startsWith('now');

/**
 * The span of a range at `now` in a zone; undefined when an end is malformed or outside of the years 1970–9999,
 * or the end is not after the start. `now/d` means the day's start as a start and its end as an end.
 */
export function resolveRange(range: RangeText, now: number, zone: string): Span | undefined {
  const from = resolveEnd(range.from, now, zone, 'start');
  const to = resolveEnd(range.to, now, zone, 'end');
  return isInside(from) && isInside(to) && to > from ? { from, to } : undefined;
}

/** The span that a page shows: that of the default range if its own can't be resolved. */
export const shownSpan = (range: RangeText, now: number, zone: string): Span | undefined =>
  resolveRange(range, now, zone) ?? resolveRange(DEFAULT_RANGE, now, zone);

/** The instant of an end of a range: NaN for a malformed one, and any outside of 1970–9999. `round`: which end of the day `/d` means. */
export function resolveEnd(text: string, now: number, zone: string, round: 'start' | 'end'): number {
  const absolute = parseInstant(text) ?? startOfDate(text, zone);
  if (absolute !== undefined) return absolute;
  const match = RELATIVE.exec(text);
  if (!match) return Number.NaN;
  let instant = now;
  for (const [, sign, count, unit] of (match[1] ?? '').matchAll(STEP)) {
    instant = shiftInstant(instant, (sign === '-' ? -1 : 1) * Number(count), unit as CalendarUnit, zone);
    if (!isInside(instant)) return instant;
  }
  const unit = match[2] as CalendarUnit | undefined;
  if (!unit) return instant;
  return round === 'start' ? startOfUnit(instant, unit, zone) : endOfUnit(instant, unit, zone);
}

function startOfDate(text: string, zone: string): number | undefined {
  const [year, month, day] = (DATE.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (!isDate(year, month, day)) return undefined;
  return instantOfWall({ year, month, day, hour: 0, minute: 0, second: 0 }, zone);
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
