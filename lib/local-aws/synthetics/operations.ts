import type { Operation } from '../protocol/operation';
import { describeCanaries } from './describe-canaries';
import { describeCanariesLastRun } from './describe-canaries-last-run';
import { getCanary } from './get-canary';
import { getCanaryRuns } from './get-canary-runs';

/** Every operation of the service that is served. */
export const syntheticsOperations: readonly Operation[] = [
  describeCanaries,
  describeCanariesLastRun,
  getCanary,
  getCanaryRuns,
];
