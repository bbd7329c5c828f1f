import { WEEK } from '@/lib/time/duration';
import type { CanaryActivity } from '../../synthetics/canary-definition';
import type { SampleCanary } from './sample-canary';

/** A Monday on which a canary that pauses is stopped for a week, which repeats every four weeks. */
const FIRST_STOP = Date.UTC(2026, 10, 2, 8);

/** Whether a canary is running at an instant, and when it was last started and stopped. */
export function activityAt({ canary, pauses }: SampleCanary, instant: number): CanaryActivity {
  if (!pauses) return { state: 'RUNNING', lastStarted: canary.created };
  const stopped = FIRST_STOP + Math.floor((instant - FIRST_STOP) / (4 * WEEK)) * 4 * WEEK;
  const restarted = stopped + WEEK;
  return instant < restarted
    ? { state: 'STOPPED', lastStarted: restarted - 4 * WEEK, lastStopped: stopped }
    : { state: 'RUNNING', lastStarted: restarted, lastStopped: stopped };
}
