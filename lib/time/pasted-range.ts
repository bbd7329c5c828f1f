import { createLoader } from 'nuqs/server';
import { absoluteRange, type RangeText, resolveRange } from './range';
import { rangeLabel } from './range-label';
import { rangeOfEnds } from './range-of-ends';
import { rangeSearchParams } from './search-params';
import { oneLine } from './typed-end';

const loadRange = createLoader(rangeSearchParams);

/** The longest text in which a range is looked for, such as a link. */
const MAX_LENGTH = 4000;

/**
 * The range that one text names as a whole, in the form of the URL: the link of a page, the label of a range (`Last 6 hours`, `Yesterday`,
 * `12 Nov 09:00 – 12 Nov 15:00`), or two times with a dash, `to` or a slash between them. Undefined for anything else.
 */
export function pastedRange(pasted: string, now: number, zone: string): RangeText | undefined {
  const text = oneLine(pasted);
  if (text.length > MAX_LENGTH) return undefined;
  const range =
    linkedRange(text, now, zone) ?? labelledRange(text, now, zone) ?? dashedRange(text, now, zone);
  return range && resolveRange(range, now, zone) ? range : undefined;
}

/** The range of a link that has one: absolute if the link's zone or asof make it another than it would be on this page. */
function linkedRange(text: string, now: number, zone: string): RangeText | undefined {
  if (!/^https?:\/\/\S+[?&](?:from|to)=/.test(text)) return undefined;
  const { from, to, tz, asof } = loadRange(text);
  const linked = resolveRange({ from, to }, asof ?? now, tz);
  const here = resolveRange({ from, to }, now, zone);
  const isSame = linked?.from === here?.from && linked?.to === here?.to;
  return linked && !isSame ? absoluteRange(linked) : { from, to };
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

function dashedRange(text: string, now: number, zone: string): RangeText | undefined {
  const [first, last, ...more] = text.split(/ (?:–|—|-|to|until) |\/(?=\d{4}-\d{2}-\d{2})/);
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  return rangeOfEnds(first, last, now, zone);
}
