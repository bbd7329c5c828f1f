import { DAY, HOUR } from '@/lib/time/duration';
import { zoneOffset } from '@/lib/time/zone';

/**
 * `UTC days` or `UTC hours` for profiles of that length, in milliseconds, where those of a zone are others at an instant; else nothing. AWS
 * cuts profiles by UTC alone.
 */
export function utcPeriods(length: number, zone: string, at: number): 'UTC days' | 'UTC hours' | '' {
  if (length < HOUR || zoneOffset(at, zone) % length === 0) return '';
  return length === DAY ? 'UTC days' : 'UTC hours';
}
