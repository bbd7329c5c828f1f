import { MINUTE, SECOND } from './duration';
import { isDate } from './instant';
import { isRelative, type RangeText, resolveRange } from './range';
import { instantOfWall, wallTime } from './zone';

const WALL = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/** A range's end as a person edits it: `now-6h` unchanged, an instant as `2026-11-12 09:00` in the zone. */
export function editableEnd(text: string, instant: number, zone: string): string {
  if (isRelative(text)) return text;
  const { year, month, day, hour, minute, second } = wallTime(instant, zone);
  const clock = `${pad(hour)}:${pad(minute)}${instant % MINUTE < SECOND ? '' : `:${pad(second)}`}`;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)} ${clock}`;
}

/**
 * A range's end as a person typed it, in the form of the URL: `2026-11-12` and `2026-11-12 09:00[:30]` are read
 * in the zone; `now-2h`, ISO-8601 instants and epoch milliseconds stay. Undefined for anything else.
 */
export function parseTypedEnd(typed: string, zone: string): string | undefined {
  const text = typed.trim();
  const wall = WALL.exec(text);
  if (!wall) return isValidEnd(text, zone) ? text : undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = wall
    .slice(1)
    .map((digits) => Number(digits ?? 0));
  if (!isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return undefined;
  return new Date(instantOfWall({ year, month, day, hour, minute, second }, zone)).toISOString();
}

/** Whether a text is a valid end of a range, tested with another end that is always later. */
const isValidEnd = (text: string, zone: string) =>
  resolveRange({ from: text, to: '9999-12-31T23:59:59Z' }, Date.UTC(2026, 0, 1), zone) !== undefined;

/** A sentence about each end that is invalid. */
export type RangeProblem = { from?: string; to?: string };

const INVALID = 'Enter a time such as 2026-11-12 09:00, or now-2h, now-7d, now/d.';

/** A typed range in the form of the URL, or what is wrong with its ends. */
export function parseTypedRange(
  typed: RangeText,
  now: number,
  zone: string,
): RangeText | { problem: RangeProblem } {
  const [from, to] = [parseTypedEnd(typed.from, zone), parseTypedEnd(typed.to, zone)];
  if (from === undefined || to === undefined) {
    return {
      problem: {
        ...(from === undefined && { from: INVALID }),
        ...(to === undefined && { to: INVALID }),
      },
    };
  }
  if (!resolveRange({ from, to }, now, zone)) return { problem: { to: 'The end must be after the start.' } };
  return { from, to };
}
