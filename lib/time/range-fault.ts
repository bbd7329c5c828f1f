import { isInside } from './calendar';
import { isCalendarDay } from './instant';
import { type RangeText, resolveEnd } from './range';

/** Which end of a range is wrong, and why, as a part of a sentence: `the end must be after the start`. */
export type RangeFault = {
  end: keyof RangeText;
  reason: string;
  /** A sentence that says what can be entered instead. */
  hint?: string;
};

const HINT = 'Enter one such as 2026-11-12 09:00, 12 Nov, now-2h or now/d.';

const MAX_QUOTED = 40;

/** What is wrong with a range in the form of the URL: nothing if `resolveRange` resolves it. */
export function rangeFaults(range: RangeText, now: number, zone: string): RangeFault[] {
  const from = resolveEnd(range.from, now, zone, 'start');
  const to = resolveEnd(range.to, now, zone, 'end');
  const faults: RangeFault[] = [];
  if (!isInside(from)) faults.push({ end: 'from', ...faultOf(range.from, from) });
  if (!isInside(to)) faults.push({ end: 'to', ...faultOf(range.to, to) });
  if (to <= from) faults.push({ end: 'to', reason: 'the end must be after the start' });
  return faults;
}

function faultOf(text: string, instant: number): Omit<RangeFault, 'end'> {
  const [, date, year] = /^((\d{4})-\d{2}-\d{2})(?!\d)/.exec(text) ?? [];
  if (!Number.isNaN(instant) || Number(year) < 1970)
    return { reason: 'only the years 1970 to 9999 can be shown' };
  if (date && !isCalendarDay(date)) return { reason: `the calendar has no ${date}` };
  if (text === '') return { reason: 'a time is missing', hint: HINT };
  const quoted = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
  return { reason: `“${quoted}” is not a time`, hint: HINT };
}
