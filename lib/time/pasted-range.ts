import { type RangeText, resolveRange } from './range';
import { rangeLabel } from './range-label';
import { isoOfWall, typedEnd } from './typed-end';
import { parseWall } from './wall-text';
import { wallTime } from './zone';

/** The longest text in which a range is looked for, such as a link. */
const MAX_LENGTH = 4000;

/**
 * The range that one text names as a whole, in the form of the URL: a link to a page of ours, the label of a range (`Last 6 hours`,
 * `Yesterday`, `12 Nov 09:00 – 12 Nov 15:00`), or two times with a dash, `to` or a slash between them. A time of day alone is on the
 * first time's day; a zone at the end is that of both. Undefined for anything else.
 */
export function pastedRange(pasted: string, now: number, zone: string): RangeText | undefined {
  const text = pasted.trim().replace(/\s+/g, ' ');
  if (text.length > MAX_LENGTH) return undefined;
  const range = linkedRange(text) ?? labelledRange(text, now, zone) ?? rangeOfEnds(text, now, zone);
  return range && resolveRange(range, now, zone) ? range : undefined;
}

function linkedRange(text: string): RangeText | undefined {
  const search = /^https?:\/\/\S+?\?(\S+)$/.exec(text)?.[1];
  const parameters = new URLSearchParams(search?.replace(/#.*/, ''));
  const [from, to] = [parameters.get('from'), parameters.get('to')];
  return from && to ? { from, to } : undefined;
}

/** Whole units: the ranges whose labels are `Last 6 hours`, `Today`, `This week`, `Yesterday` and `Last month`. */
function labelledRange(text: string, now: number, zone: string): RangeText | undefined {
  const count = /\d{1,6}/.exec(text)?.[0] ?? '1';
  const ranges = [...'smhdwMy'].flatMap((unit): RangeText[] => [
    { from: `now-${count}${unit}`, to: 'now' },
    { from: `now/${unit}`, to: 'now' },
    { from: `now-1${unit}/${unit}`, to: `now-1${unit}/${unit}` },
  ]);
  const label = text.toLowerCase();
  const atNow = { from: now, to: now };
  return ranges.find((range) => rangeLabel(range, atNow, now, zone).toLowerCase() === label);
}

/** Two ends with a dash, `to` or a slash between them. */
function rangeOfEnds(text: string, now: number, zone: string): RangeText | undefined {
  const [first, last, ...more] = text.split(/ (?:–|—|-|to|until) |\/(?=\d{4}-\d{2}-\d{2})/);
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  const start = parseWall(first, wallTime(now, zone));
  if (!start) return { from: typedEnd(first, now, zone), to: typedEnd(last, now, zone) };
  const end = parseWall(last, start.wall, true);
  const both = end?.zone ?? zone;
  return { from: isoOfWall(start, both), to: end ? isoOfWall(end, both) : typedEnd(last, now, zone) };
}
