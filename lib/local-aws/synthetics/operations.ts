import type { Operation } from '../protocol/operation';
import { describeCanaries } from './describe-canaries';
import { describeCanariesLastRun } from './describe-canaries-last-run';
import { getCanary } from './get-canary';
import { getCanaryRuns } from './get-canary-runs';
import { getGroup } from './get-group';
import { listAssociatedGroups } from './list-associated-groups';
import { listGroupResources } from './list-group-resources';
import { listGroups } from './list-groups';
import { startCanary } from './start-canary';
import { startCanaryDryRun } from './start-canary-dry-run';
import { stopCanary } from './stop-canary';

/** Every operation of the service that is served. */
export const syntheticsOperations: readonly Operation[] = [
  describeCanaries,
  describeCanariesLastRun,
  getCanary,
  getCanaryRuns,
  getGroup,
  listAssociatedGroups,
  listGroupResources,
  listGroups,
  startCanary,
  startCanaryDryRun,
  stopCanary,
];
