import { validation } from '../errors';
import { operation } from '../operation';
import { dryRunInput } from '../wire/dry-run-inputs';
import { startedDryRunOutput } from '../wire/outputs';

/** Members that dry runs can't change, because local canaries have nothing of the kind. */
const UNSUPPORTED = ['Code', 'VpcConfig', 'VisualReference', 'VisualReferences'] as const;

/**
 * Runs a canary once in addition to its schedule. Of the members that AWS lets a dry run change, the timeout is applied;
 * code, VPC and visual references are refused, because local canaries have none; the others are ignored [?].
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
    const unsupported = UNSUPPORTED.find((member) => input[member] !== undefined);
    if (unsupported)
      throw validation(
        `${unsupported}: canaries of local-aws have none. canaries.json defines what they do.`,
      );
    const dryRunId = await world.canaries.startDryRun(name, input.RunConfig?.TimeoutInSeconds);
    return { body: { DryRunConfig: { DryRunId: dryRunId, LastDryRunExecutionStatus: 'RUNNING' } } };
  },
});
