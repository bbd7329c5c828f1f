const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

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
 * Epoch milliseconds of an ISO-8601 instant with an offset (`2026-11-12T09:00Z`) or of epoch milliseconds in
 * digits; undefined for anything else, for dates that do not exist and outside of 1970–9999.
 */
export function parseInstant(text: string): number | undefined {
  const instant = /^\d{12,15}$/.test(text) ? Number(text) : parseIso(text);
  return instant !== undefined && instant >= 0 && instant <= MAX_INSTANT ? instant : undefined;
}

function parseIso(text: string): number | undefined {
  if (!ISO.test(text) || !isCalendarDay(text)) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}
