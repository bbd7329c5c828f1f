import type { HealthSoFar } from '@/lib/canary/stream/health-so-far';
import type { CanariesHealth } from './use-canaries-health';

type Readings = Pick<CanariesHealth, 'byName' | 'current'>;

/**
 * What was read last of a canary that two requests may have read, and whether it is of the page's present. That it could not be read
 * at the present is newer than what was read before.
 */
export function newestHealth(name: string, first: Readings, second: Readings) {
  const [a, b]: (HealthSoFar | undefined)[] = [first.byName[name], second.byName[name]];
  const [isCurrentA, isCurrentB] = [first.current.has(name), second.current.has(name)];
  const isB = a === undefined || (isCurrentA === isCurrentB ? (b?.asOf ?? 0) > (a.asOf ?? 0) : isCurrentB);
  return { reading: isB ? b : a, isCurrent: isCurrentA || isCurrentB };
}
