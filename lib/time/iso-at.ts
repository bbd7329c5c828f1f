import { formatOffset, zoneOffset } from './zone';

/** An instant in ISO 8601 with the offset of a zone, to the millisecond: `2026-11-24T15:31:10.000+01:00`. */
export function isoAt(instant: number, zone: string): string {
  const offset = zoneOffset(instant, zone);
  const wall = new Date(instant + offset).toISOString().slice(0, 23);
  return `${wall}${offset === 0 ? 'Z' : formatOffset(offset).replace('UTC', '')}`;
}
