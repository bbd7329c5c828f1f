import { WEEK } from './duration';
import type { Span } from './range';
import { zoneOffset } from './zone';

/** Whether clocks of a zone change within a span, so that its times need their own offset. */
export function hasClockChange({ from, to }: Span, zone: string): boolean {
  if (zone === 'UTC') return false;
  const first = zoneOffset(from, zone);
  for (let at = from + WEEK; at < to; at += WEEK) if (zoneOffset(at, zone) !== first) return true;
  return zoneOffset(to, zone) !== first;
}
