import { WEEK } from '@/lib/time/duration';
import type { CanaryActivity } from '../../synthetics/canary-definition';
import type { SampleCanary } from './sample-canary';

/** A Monday on which a canary that pauses is stopped, for a week, and again every four weeks. */
const STOPPED = Date.UTC(2026, 10, 2, 8);

/** Whether a canary runs at an instant, since when, and when it was last stopped. */
export function activityAt({ canary, pauses }: SampleCanary, instant: number): CanaryActivity {
  if (!pauses) return { state: 'RUNNING', lastStarted: canary.created };
  const cycle = STOPPED + Math.floor((instant - STOPPED) / (4 * WEEK)) * 4 * WEEK;
  const restarted = cycle + WEEK;
  return instant < restarted
    ? { state: 'STOPPED', lastStarted: restarted - 4 * WEEK, lastStopped: cycle }
    : { state: 'RUNNING', lastStarted: restarted, lastStopped: cycle };
}
