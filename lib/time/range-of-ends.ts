import type { RangeText } from './range';
import { isoOfWall, oneLine, typedEnd } from './typed-end';
import { parseClock, parseWall, type TypedWall } from './wall-text';
import { instantOfWall, wallTime } from './zone';

/**
 * The range between two ends as a person writes them, in the form of the URL. A zone that one of them names is that of both. An end
 * without a day (`15:00`) is on the start's day or the next one, a day without a year is in the current year or the start's, and a day
 * without a time, if it is the start's, is that whole day. Texts that aren't times stay.
 */
export function rangeOfEnds(first: string, last: string, now: number, zone: string): RangeText {
  const today = wallTime(now, zone);
  const start = parseWall(oneLine(first), today);
  const end = parseWall(oneLine(last), today) ?? (start && parseClock(oneLine(last), start.wall));
  if (!start || !end) return { from: typedEnd(first, now, zone), to: typedEnd(last, now, zone) };
  const both = end.zone ?? start.zone ?? zone;
  const isLater = instantOf(end, both) > instantOf(start, both);
  const later = isLater ? end : { ...end, wall: laterWall(end, start) };
  return { from: isoOfWall(start, both), to: isoOfWall(later, both) };
}

const instantOf = ({ wall, ms, zone: own }: TypedWall, zone: string) => instantOfWall(wall, own ?? zone) + ms;

/** The local time of an end that is not after the start, by what its text leaves open. */
function laterWall({ wall, lacks }: TypedWall, start: TypedWall) {
  if (lacks.year && wall.year !== start.wall.year) return { ...wall, year: start.wall.year };
  return lacks.day || lacks.clock ? { ...wall, day: wall.day + 1 } : wall;
}
