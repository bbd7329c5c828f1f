import { zoneOffset } from '@/lib/time/zone';
import { offsetLabel } from './buckets';

/**
 * What the times of an aggregation are in: `UTC`, `Europe/Berlin (UTC+01:00)`. The viewer's zone is named only
 * where its clocks are at the aggregation's offset at its end. Offset and end in milliseconds.
 */
export function bucketZoneLabel(zone: string, offsetMs: number, end: number): string {
  const offset = offsetLabel(offsetMs);
  return zone === 'UTC' || zoneOffset(end, zone) !== offsetMs ? offset : `${zone} (${offset})`;
}
