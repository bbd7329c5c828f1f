import { monthOf } from './calendar';
import { DAY } from './duration';
import type { Span } from './range';
import { instantOfWall, zoneOffset } from './zone';

/** What a range is compared with: the period before, or the same period a day, a week or a month ago. */
export const COMPARISONS = ['before', 'day', 'week', 'month'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/**
 * The earlier span that a range is compared with, at the same local times. Of a range that isn't over, only as much counts as
 * `coveredTo` has of the range. Calendar months are compared with months, and those that aren't over with as many of
 * their days. Undefined if there is none.
 */
export function earlierSpan(
  comparison: Comparison,
  range: Span,
  coveredTo: number,
  zone: string,
): Span | undefined {
  if (coveredTo <= range.from) return undefined;
  const whole = wholeEarlier(comparison, range, zone);
  const elapsed = wallOf(coveredTo, zone) - wallOf(range.from, zone);
  const to =
    coveredTo < range.to ? Math.min(whole.to, instantOf(wallOf(whole.from, zone) + elapsed, zone)) : whole.to;
  return whole.from > 0 && whole.from < to ? { from: whole.from, to } : undefined;
}

function wholeEarlier(comparison: Comparison, { from, to }: Span, zone: string): Span {
  const [start, end] = [wallOf(from, zone), wallOf(to, zone)];
  const at = (wall: number) => instantOf(wall, zone);
  const months = wholeMonths(start, end);
  switch (comparison) {
    case 'day':
      return { from: at(start - DAY), to: at(end - DAY) };
    case 'week':
      return { from: at(start - 7 * DAY), to: at(end - 7 * DAY) };
    case 'month': {
      const earlier = addMonths(start, -1);
      return { from: at(earlier), to: at(months ? addMonths(end, -1) : earlier + (end - start)) };
    }
    case 'before': {
      if (months) return { from: at(addMonths(start, -months)), to: from };
      const begun = monthsBegun(start, end);
      if (begun) {
        const earlier = addMonths(start, -begun);
        return { from: at(earlier), to: Math.min(at(earlier + (end - start)), from) };
      }
      const isDays = (end - start) % DAY === 0;
      return { from: isDays ? at(start - (end - start)) : from - (to - from), to: from };
    }
  }
}

/** The number of calendar months from one local time to another; 0 unless both are starts of months. */
function wholeMonths(start: number, end: number): number {
  const [first, last] = [monthOf(start), monthOf(end)];
  return startOfMonth(first) === start && startOfMonth(last) === end ? last - first : 0;
}

/**
 * The number of calendar months of a range like this month until now: from the start of one into the middle of a day of the same or
 * a later one. 0 for others. A single day is not of a month.
 */
function monthsBegun(start: number, end: number): number {
  const [first, last] = [monthOf(start), monthOf(end)];
  const isBegun = startOfMonth(first) === start && end - start > DAY && end % DAY !== 0;
  return isBegun ? last - first + 1 : 0;
}

/** The same day and time of another month, or its last day if it is shorter. */
function addMonths(wall: number, count: number): number {
  const month = monthOf(wall) + count;
  return Math.min(startOfMonth(month) + wall - startOfMonth(monthOf(wall)), lastDay(month) + (wall % DAY));
}

const startOfMonth = (month: number) => Date.UTC(1970, month);
const lastDay = (month: number) => startOfMonth(month + 1) - DAY;

/** Local time as milliseconds since 1970. */
const wallOf = (instant: number, zone: string) => instant + zoneOffset(instant, zone);

function instantOf(wall: number, zone: string): number {
  const date = new Date(wall);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const [hour, minute, second] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  return instantOfWall({ year, month, day, hour, minute, second }, zone) + date.getUTCMilliseconds();
}
