import { DAY, HOUR, MINUTE, SECOND } from './duration';

const UNITS: [number, string][] = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
];

/** An instant relative to now, in whole units: `3 min ago`, `in 2 h`, `now`. */
export function relativeText(instant: number, now: number): string {
  const distance = Math.abs(instant - now);
  const unit = UNITS.find(([ms]) => distance >= ms);
  if (!unit) return 'now';
  const text = `${Math.floor(distance / unit[0])} ${unit[1]}`;
  return instant < now ? `${text} ago` : `in ${text}`;
}
