import { DAY, HOUR, WEEK } from '@/lib/time/duration';
import { Random } from '../random';

const PEAK = 15 * HOUR;
/** The sample service is deployed every Tuesday at 09:30 UTC. 1970-01-06 was a Tuesday. */
const FIRST_DEPLOY = 5 * DAY + 9.5 * HOUR;

/** Relative traffic by time of day, 0.3–1, highest at 15:00 UTC; a third less at weekends. */
export function traffic(time: number): number {
  const wave = (1 + Math.cos(((time - PEAK) / DAY) * 2 * Math.PI)) / 2;
  const weekday = new Date(time).getUTCDay();
  return (0.3 + 0.7 * wave) * (weekday === 0 || weekday === 6 ? 0.67 : 1);
}

/** Whether the recurring incident is happening: for one hour on about one day in four. */
export function isIncident(seed: string, time: number): boolean {
  const day = Math.floor(time / DAY);
  const random = new Random(seed, 'incident', day);
  if (!random.chance(0.28)) return false;
  const start = day * DAY + (9 + random.below(9)) * HOUR;
  return time >= start && time < start + HOUR;
}

/** Whether the slow release is deployed: every second weekly deploy brings a slow function, the next removes it. */
export function isSlowRelease(time: number): boolean {
  return Math.floor((time - FIRST_DEPLOY) / WEEK) % 2 === 0;
}

/** Whether an instant is in the given UTC hour of its day. */
export function isHour(hour: number, time: number): boolean {
  return Math.floor((time % DAY) / HOUR) === hour;
}
