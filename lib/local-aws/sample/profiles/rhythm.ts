import { DAY, HOUR, WEEK } from '@/lib/time/duration';
import { Random } from '../random';

const PEAK = 15 * HOUR;
/** Tuesday 09:30 UTC, when the sample service is deployed every week. 1970-01-06 was a Tuesday. */
const FIRST_DEPLOY = 5 * DAY + 9.5 * HOUR;

/** Traffic by time of day, 0.3–1, highest at 15:00 UTC; a third less at weekends. */
export function traffic(time: number): number {
  const wave = (1 + Math.cos(((time - PEAK) / DAY) * 2 * Math.PI)) / 2;
  const weekday = new Date(time).getUTCDay();
  return (0.3 + 0.7 * wave) * (weekday === 0 || weekday === 6 ? 0.67 : 1);
}

/** True for the hour, on about one day in four, in which the recurring incident happens. */
export function incident(seed: string, time: number): boolean {
  const day = Math.floor(time / DAY);
  const random = new Random(seed, 'incident', day);
  if (!random.chance(0.28)) return false;
  const start = day * DAY + (9 + random.below(9)) * HOUR;
  return time >= start && time < start + HOUR;
}

/** Whether the code of every second weekly deploy runs: it brings a slow function, the next takes it out. */
export function slowRelease(time: number): boolean {
  return Math.floor((time - FIRST_DEPLOY) / WEEK) % 2 === 0;
}

/** True in the given UTC hour of every day. */
export function atHour(hour: number, time: number): boolean {
  return Math.floor((time % DAY) / HOUR) === hour;
}
