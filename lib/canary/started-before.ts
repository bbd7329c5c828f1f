import type { ScheduledRun } from './attempts';
import { maxRunMs } from './no-end';

/**
 * Whether a scheduled run started before an instant from which all runs are known. Without its first attempt it did if that may have
 * been cut off; else the first attempt left no trace, as one that exceeds its timeout can.
 */
export function startedBefore({ started, attempts }: ScheduledRun, knownFrom: number): boolean {
  const isCut = attempts[0].retryAttempt !== undefined && started - knownFrom <= maxRunMs({});
  return isCut || started < knownFrom;
}
