import { MINUTE, SECOND } from './duration';
import { parseInstant } from './instant';
import { isRelative } from './range';
import { parseWall, type TypedWall } from './wall-text';
import { instantOfWall, wallTime } from './zone';

const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/** A range's end as a person edits it: `now-6h` unchanged, an instant as `2026-11-12 09:00` in the zone. */
export function editableEnd(text: string, instant: number, zone: string): string {
  if (isRelative(text)) return text;
  const { year, month, day, hour, minute, second } = wallTime(instant, zone);
  const clock = `${pad(hour)}:${pad(minute)}${instant % MINUTE < SECOND ? '' : `:${pad(second)}`}`;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)} ${clock}`;
}

/**
 * A range's end as a person typed it, in the form of the URL: local times such as `2026-11-12`, `2026-11-12 09:00[:30]`, `12 Nov 09:00`
 * and `2026-11-12 09:00 Europe/Berlin` are read in the zone that they name, or else in the given one. Whatever isn't a time stays.
 */
export function typedEnd(typed: string, now: number, zone: string): string {
  const text = oneLine(typed);
  const instant = parseInstant(text);
  if (instant !== undefined) return new Date(instant).toISOString();
  const local = parseWall(text, wallTime(now, zone));
  return local ? isoOfWall(local, zone) : text;
}

/** A typed text without the blanks around it, and with single ones in it. */
export const oneLine = (typed: string): string => typed.trim().replace(/\s+/g, ' ');

/** The instant of a local time in ISO 8601. `zone` is that of texts which name none. */
export const isoOfWall = ({ wall, ms, zone: own }: TypedWall, zone: string): string =>
  new Date(instantOfWall(wall, own ?? zone) + ms).toISOString();
