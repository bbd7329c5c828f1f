import type { Service } from '../protocol/service';
import { syntheticsErrors } from './errors';
import type { SyntheticsWorld } from './operation';
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

export const synthetics: Service<SyntheticsWorld> = {
  name: 'synthetics',
  folder: 'synthetics',
  sdk: '@aws-sdk/client-synthetics',
  errors: syntheticsErrors,
  // Its tag operations are not served.
  arnPaths: ['/tags/{resourceArn}'],
  operations: [
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
  ],
};
