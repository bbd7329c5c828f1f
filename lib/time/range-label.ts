import { MINUTE } from './duration';
import { formatClock, formatDate } from './format';
import { isRelative, type RangeText, type Span } from './range';
import { wallTime } from './zone';

const UNITS: Record<string, string> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  y: 'year',
};

/**
 * The label of a range's button: `Last 6 hours`, `Today`, `Last month`, `12 Nov 09:00 – 12 Nov 15:00` (with the year unless it
 * is the current one), `12 Nov 09:00 to now`, or the text itself if there is no shorter label. The page shows the zone next to it.
 */
export function rangeLabel(text: RangeText, span: Span, now: number, zone: string): string {
  const last = /^now-(\d+)([smhdwMy])$/.exec(text.from);
  const unit = UNITS[last?.[2] ?? ''];
  if (last && unit && text.to === 'now') {
    const count = Number(last[1]);
    if (count > 1) return `Last ${count} ${unit}s`;
    // The last day, week, month or year is one of the calendar.
    return last[2] && 'dwMy'.includes(last[2]) ? `Last 1 ${unit}` : `Last ${unit}`;
  }
  const calendar = calendarLabel(text);
  if (calendar) return calendar;
  const year = wallTime(now, zone).year;
  const end = (instant: number) => {
    const date = formatDate(instant, zone);
    const day = wallTime(instant, zone).year === year ? date.slice(0, -5) : date;
    return `${day} ${formatClock(instant, zone, instant % MINUTE === 0 ? 'minute' : 'second')}`;
  };
  if (isRelative(text.from) || isRelative(text.to)) {
    const named = (own: string, instant: number) => (isRelative(own) ? own : end(instant));
    return `${named(text.from, span.from)} to ${named(text.to, span.to)}`;
  }
  return `${end(span.from)} – ${end(span.to)}`;
}

/** `Today`, `Yesterday`, `This week`, `Last month`. */
function calendarLabel({ from, to }: RangeText): string | undefined {
  const [, before, rounded = ''] = /^now(?:-1([dwMy]))?\/([dwMy])$/.exec(from) ?? [];
  const unit = UNITS[rounded];
  if (!unit) return undefined;
  if (before === undefined && (to === 'now' || to === from)) return unit === 'day' ? 'Today' : `This ${unit}`;
  if (before === rounded && to === from) return unit === 'day' ? 'Yesterday' : `Last ${unit}`;
  return undefined;
}
