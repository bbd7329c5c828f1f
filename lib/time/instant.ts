/**
 * Date, time, fraction and offset, as Python, Go and the AWS CLI print them: a space for the T, up to nine digits of a fraction,
 * `+0100`.
 */
const ISO =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d{1,9}))? ?(?:([Zz]|UTC|GMT)|([+-]\d{2}):?(\d{2})?(?: [A-Z]{1,5})?)$/;
const EPOCH_SECONDS = /^\d{9,11}(?:\.\d{1,9})?$/;
const EPOCH_MS = /^\d{12,15}$/;

/** The last instant that a range may include: the end of the year 9999. */
export const MAX_INSTANT = Date.UTC(10_000, 0, 1) - 1;

/** Whether a date exists; months and days count from 1. */
export function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether a text starts with an existing date, such as `2026-02-28`: Date.parse reads 30 February as a day in March. */
export function isCalendarDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text) ?? [];
  return year !== undefined && isDate(Number(year), Number(month), Number(day));
}

/**
 * Epoch milliseconds of an ISO-8601 instant with an offset (`2026-11-12T09:00Z`) or of seconds or milliseconds of the epoch in
 * digits; undefined for anything else, for dates that do not exist and outside of 1970–9999. Digits beyond milliseconds are cut.
 */
export function parseInstant(text: string): number | undefined {
  const instant = parseEpoch(text) ?? parseIso(text);
  return instant !== undefined && instant >= 0 && instant <= MAX_INSTANT ? instant : undefined;
}

function parseEpoch(text: string): number | undefined {
  if (EPOCH_MS.test(text)) return Number(text);
  if (!EPOCH_SECONDS.test(text)) return undefined;
  const [seconds, fraction = ''] = text.split('.');
  return Number(`${seconds}${fraction.slice(0, 3).padEnd(3, '0')}`);
}

function parseIso(text: string): number | undefined {
  const [, date = '', time = '', fraction, utc, hours, minutes = '00'] = ISO.exec(text) ?? [];
  if (!isCalendarDay(date) || (fraction && time.length < 8)) return undefined;
  const ms = fraction ? `.${fraction.slice(0, 3).padEnd(3, '0')}` : '';
  const instant = Date.parse(`${date}T${time}${ms}${utc ? 'Z' : `${hours}:${minutes}`}`);
  return Number.isNaN(instant) ? undefined : instant;
}
