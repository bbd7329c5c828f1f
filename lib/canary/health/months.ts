import type { Span } from '@/lib/time/range';
import { instantOfWall, wallTime } from '@/lib/time/zone';
import type { ScheduledRun } from '../attempts';
import { type Availability, availabilityOf } from '../availability';

/** The availability of one calendar month, or of the part of it that is in the span. */
export type MonthAvailability = Availability & {
  /** The part of the month that is in the span. */
  span: Span;
  /** Whether that is the whole month. */
  isWhole: boolean;
};

/** Maximum number of months of one answer; AWS keeps runs for at most 1,024 days. */
const MAX_MONTHS = 40;

/** The availability of a span by calendar months of a zone, newest first, at most the newest 40. */
export function availabilityByMonth(
  scheduled: readonly ScheduledRun[],
  span: Span,
  knownFrom: number,
  zone: string,
): MonthAvailability[] {
  const found: MonthAvailability[] = [];
  let to = span.to;
  while (to > span.from && found.length < MAX_MONTHS) {
    const start = monthStart(to - 1, zone, 0);
    const end = monthStart(to - 1, zone, 1);
    const part = { from: Math.max(start, span.from), to };
    const isWhole = part.from === start && part.to === end;
    found.push({ ...availabilityOf(scheduled, part, knownFrom), span: part, isWhole });
    to = part.from;
  }
  return found;
}

/** The start of the month `later` months after that of an instant. */
function monthStart(instant: number, zone: string, later: number): number {
  const { year, month } = wallTime(instant, zone);
  return instantOfWall({ year, month: month + later, day: 1, hour: 0, minute: 0, second: 0 }, zone);
}
