import type { Problem } from '@/lib/answer/problem';
import type { CanaryHealth } from '../health/canary-health';

/** One line of the answer about the health of several canaries. Each ends by itself. */
export type HealthEvent =
  | {
      type: 'health';
      name: string;
      health: CanaryHealth;
      /** Whether all runs of the range were read that AWS has. */
      isCovered: boolean;
      /** Runs read so far. */
      runCount: number;
    }
  | { type: 'end'; name: string; asOf: number; warnings: string[] }
  | { type: 'failed'; name: string; problem: Problem };
