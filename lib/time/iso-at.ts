import { formatOffset, zoneOffset } from './zone';

/** An instant in ISO 8601 with the offset of a zone, to the millisecond: `2026-11-24T15:31:10.000+01:00`. */
export const isoAt = (instant: number, zone: string): string =>
  isoWithOffset(instant, zoneOffset(instant, zone), 'millisecond');

/** An instant in ISO 8601 with an offset from UTC, cut to whole units: `2026-11-24T15:31:10+01:00`. */
export function isoWithOffset(instant: number, offsetMs: number, unit: 'second' | 'millisecond'): string {
  const wall = new Date(instant + offsetMs).toISOString().slice(0, unit === 'second' ? 19 : 23);
  return `${wall}${offsetMs === 0 ? 'Z' : formatOffset(offsetMs).replace('UTC', '')}`;
}
