import { validation } from '../errors';
import { operation } from '../operation';
import { dryRunInput } from '../wire/dry-run-inputs';
import { startedDryRunOutput } from '../wire/outputs';

/** What a canary here doesn't have, so that a dry run can't try it out. */
const NOT_HERE = ['Code', 'VpcConfig', 'VisualReference', 'VisualReferences'] as const;

/**
 * Runs a canary once beside its schedule. Of what AWS lets a dry run change, the timeout is kept to; code, VPC and visual
 * references are refused, since a canary here has none, and the rest is passed over [?].
 */
export const startCanaryDryRun = operation({
  name: 'StartCanaryDryRun',
  method: 'POST',
  path: '/canary/{name}/dry-run/start',
  errors: [
    'AccessDeniedException',
    'ConflictException',
    'InternalServerException',
    'ResourceNotFoundException',
    'ValidationException',
  ],
  output: startedDryRunOutput,
  input: dryRunInput,
  handle: async ({ name, ...input }, { world }) => {
    world.canaries.find(name);
    const absent = NOT_HERE.find((member) => input[member] !== undefined);
    if (absent)
      throw validation(`${absent}: the canaries of local-aws have none. What they do is in canaries.json.`);
    const dryRunId = await world.canaries.startDryRun(name, input.RunConfig?.TimeoutInSeconds);
    return { body: { DryRunConfig: { DryRunId: dryRunId, LastDryRunExecutionStatus: 'RUNNING' } } };
  },
});
