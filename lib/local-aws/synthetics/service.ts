import type { Operation } from '../protocol/operation';
import { describeCanaries } from './operations/describe-canaries';
import { describeCanariesLastRun } from './operations/describe-canaries-last-run';
import { getCanary } from './operations/get-canary';
import { getCanaryRuns } from './operations/get-canary-runs';
import { getGroup } from './operations/get-group';
import { listAssociatedGroups } from './operations/list-associated-groups';
import { listGroupResources } from './operations/list-group-resources';
import { listGroups } from './operations/list-groups';
import { startCanary } from './operations/start-canary';
import { startCanaryDryRun } from './operations/start-canary-dry-run';
import { stopCanary } from './operations/stop-canary';

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
