import { HOUR } from './duration';
import { formatClock, formatDate, formatDayClock } from './format';
import { wallTime } from './zone';

/** Whether an instant can be called now and today at the present: less than an hour apart, on the same day of the zone. */
export const isCurrent = (instant: number, present: number, zone: string): boolean =>
  Math.abs(present - instant) < HOUR && formatDate(instant, zone) === formatDate(present, zone);

/** `14:32`, or with the day unless that is today: `28 Nov 14:32`, `28 Nov 2025 14:32`. Use it only where something else names the zone. */
export function clockOfDay(instant: number, present: number, zone: string): string {
  if (formatDate(instant, zone) === formatDate(present, zone)) return formatClock(instant, zone);
  const isThisYear = wallTime(instant, zone).year === wallTime(present, zone).year;
  return isThisYear
    ? formatDayClock(instant, zone)
    : `${formatDate(instant, zone)} ${formatClock(instant, zone)}`;
}
