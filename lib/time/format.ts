import { DAY, HOUR, MINUTE, SECOND } from './duration';
import type { Span } from './range';
import { formatOffset, instantOfWall, isOffsetZone, type WallTime, wallTime, zoneOffset } from './zone';

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const pad = (n: number) => String(n).padStart(2, '0');
const clockOf = ({ hour, minute }: WallTime) => `${pad(hour)}:${pad(minute)}`;
const monthOf = ({ month }: WallTime) => MONTHS[month - 1] ?? '';
const dayOf = (wall: WallTime) => `${wall.day} ${monthOf(wall)}`;
const dateOf = (wall: WallTime) => `${dayOf(wall)} ${wall.year}`;

/** `UTC`, or the offset in force at an instant: `UTC+01:00`. */
export function formatZoneAt(instant: number, zone: string): string {
  return zone === 'UTC' ? 'UTC' : formatOffset(zoneOffset(instant, zone));
}

/** `Europe/Berlin (UTC+01:00)`; `UTC` or `UTC+05:30` alone. The offset is the one at the given instant. */
export function zoneLabel(zone: string, instant: number): string {
  return zone === 'UTC' || isOffsetZone(zone) ? zone : `${zone} (${formatZoneAt(instant, zone)})`;
}

/** `21 Nov 2026, 22:25 UTC`, or to the second: `21 Nov 2026, 22:25:07 UTC+01:00`. */
export function formatInstant(instant: number, zone: string, precision: 'minute' | 'second' = 'minute') {
  return `${formatDate(instant, zone)}, ${formatClock(instant, zone, precision)} ${formatZoneAt(instant, zone)}`;
}

/** `Tue 24 Nov, 09:30 UTC`, with the year where it isn't the current one. */
export function formatDayInstant(instant: number, now: number, zone: string): string {
  const wall = wallTime(instant, zone);
  const weekday = WEEKDAYS[new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay()] ?? '';
  const date = wall.year === wallTime(now, zone).year ? dayOf(wall) : dateOf(wall);
  return `${weekday} ${date}, ${clockOf(wall)} ${formatZoneAt(instant, zone)}`;
}

/** `22:25` or `22:25:07`. Use it only where something else names the zone. */
export function formatClock(instant: number, zone: string, precision: 'minute' | 'second' = 'minute') {
  const wall = wallTime(instant, zone);
  return precision === 'second' ? `${clockOf(wall)}:${pad(wall.second)}` : clockOf(wall);
}

/** `21 Nov 22:25`. Use it only where something else names the year and the zone. */
export function formatDayClock(instant: number, zone: string): string {
  const wall = wallTime(instant, zone);
  return `${dayOf(wall)} ${clockOf(wall)}`;
}

/** `21 Nov 2026`. Use it only where something else names the zone. */
export function formatDate(instant: number, zone: string): string {
  return dateOf(wallTime(instant, zone));
}

/** `Nov 2026`. Use it only where something else names the zone. */
export function formatMonth(instant: number, zone: string): string {
  const wall = wallTime(instant, zone);
  return `${monthOf(wall)} ${wall.year}`;
}

/** `21 Nov 2026, 09:00 – 15:00 UTC`, with both dates and both offsets where they differ. */
export function formatSpan({ from, to }: Span, zone: string): string {
  const [start, end] = [wallTime(from, zone), wallTime(to, zone)];
  const [startZone, endZone] = [formatZoneAt(from, zone), formatZoneAt(to, zone)];
  const head = `${dateOf(start)}, ${clockOf(start)}${startZone === endZone ? '' : ` ${startZone}`}`;
  const tail = dateOf(start) === dateOf(end) ? clockOf(end) : `${dateOf(end)}, ${clockOf(end)}`;
  return `${head} – ${tail} ${endZone}`;
}

export type Tick = { at: number; label: string };

const CLOCK_STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
];
const DAY_STEPS = [1, 2, 7];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200];
const MONTH = 30.4 * DAY;

/**
 * About `count` ticks at most for a time axis, at round times of the zone's clock, also where clocks change.
 * Midnights are labelled with the day, Januaries with the year.
 */
export function timeTicks(span: Span, zone: string, count: number): Tick[] {
  const minStep = (span.to - span.from) / Math.max(1, count);
  const clockStep = CLOCK_STEPS.find((step) => step >= minStep);
  if (clockStep) return clockTicks(span, zone, clockStep);
  const dayStep = DAY_STEPS.find((days) => days * DAY >= minStep);
  if (dayStep) return dayTicks(span, zone, dayStep);
  return monthTicks(span, zone, MONTH_STEPS.find((months) => months * MONTH >= minStep) ?? 1200);
}

/** The first instant at or after `instant` whose wall time is a multiple of the step. */
function alignedAt(instant: number, zone: string, step: number): number {
  const offset = zoneOffset(instant, zone);
  let at = Math.ceil((instant + offset) / step) * step - offset;
  const newOffset = zoneOffset(at, zone);
  if (newOffset === offset) return at;
  at = Math.ceil((instant + newOffset) / step) * step - newOffset;
  while (zoneOffset(at, zone) !== newOffset) at += step;
  return at;
}

function clockTicks({ from, to }: Span, zone: string, step: number): Tick[] {
  const ticks: Tick[] = [];
  for (let at = alignedAt(from, zone, step); at < to; at = alignedAt(at + 1, zone, step)) {
    const { hour, minute, second, day, month } = wallTime(at, zone);
    const isMidnight = hour + minute + second === 0;
    const clock = formatClock(at, zone, step < MINUTE ? 'second' : 'minute');
    ticks.push({ at, label: isMidnight ? `${day} ${MONTHS[month - 1]}` : clock });
  }
  return ticks;
}

function dayTicks({ from, to }: Span, zone: string, step: number): Tick[] {
  const ticks: Tick[] = [];
  const { year, month, day } = wallTime(from, zone);
  const firstDay = Date.UTC(year, month - 1, day) / DAY;
  // Day 4 of the epoch was a Monday, on which weeks start.
  const phase = step === 7 ? 4 : 0;
  for (let days = firstDay; ; days++) {
    if ((((days - phase) % step) + step) % step !== 0) continue;
    const date = new Date(days * DAY);
    const at = midnight(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), zone);
    if (at >= to) return ticks;
    if (at >= from) ticks.push({ at, label: `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}` });
  }
}

function monthTicks({ from, to }: Span, zone: string, step: number): Tick[] {
  const ticks: Tick[] = [];
  const first = wallTime(from, zone);
  for (let months = Math.floor((first.year * 12 + first.month - 1) / step) * step; ; months += step) {
    const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
    const at = midnight(year, month, 1, zone);
    if (at >= to) return ticks;
    if (at >= from) ticks.push({ at, label: month === 1 ? String(year) : (MONTHS[month - 1] ?? '') });
  }
}

const midnight = (year: number, month: number, day: number, zone: string) =>
  instantOfWall({ year, month, day, hour: 0, minute: 0, second: 0 }, zone);
