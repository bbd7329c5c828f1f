import type { CanaryRun } from '@/lib/canary/run';

/** What a run takes without its reason, of which AWS sends up to some 11,000 characters. */
const BYTES_PER_RUN = 350;

/** Estimated memory of runs. */
export const runsBytes = (runs: readonly CanaryRun[]): number =>
  runs.reduce((sum, { stateReason = '' }) => sum + BYTES_PER_RUN + stateReason.length, 0);
