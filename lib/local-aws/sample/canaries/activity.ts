import { type CanaryActivity, DAY_MS } from '../../synthetics/canary-definition';
import type { SampleCanary } from './canaries';

/** A Monday on which a canary that pauses is stopped, for a week, and again every four weeks. */
const STOPPED = Date.UTC(2026, 10, 2, 8);
const WEEK_MS = 7 * DAY_MS;

/** Whether a canary runs at an instant, since when, and when it was last stopped. */
export function activityAt({ canary, pauses }: SampleCanary, instant: number): CanaryActivity {
  if (!pauses) return { state: 'RUNNING', lastStarted: canary.created };
  const cycle = STOPPED + Math.floor((instant - STOPPED) / (4 * WEEK_MS)) * 4 * WEEK_MS;
  const restarted = cycle + WEEK_MS;
  return instant < restarted
    ? { state: 'STOPPED', lastStarted: restarted - 4 * WEEK_MS, lastStopped: cycle }
    : { state: 'RUNNING', lastStarted: restarted, lastStopped: cycle };
}
