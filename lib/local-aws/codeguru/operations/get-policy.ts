import { z } from 'zod';
import { profilingGroupName } from '../input';
import { operation } from '../operation';
import { policyOutput } from '../output';
import { policyOf } from '../policy';

/** The policy as JSON text. [?] A group that was never given permissions has none: ResourceNotFoundException. */
export const getPolicy = operation({
  name: 'GetPolicy',
  method: 'GET',
  path: '/profilingGroups/{profilingGroupName}/policy',
  errors: ['InternalServerException', 'ThrottlingException', 'ResourceNotFoundException'],
  output: policyOutput,
  input: z.object({ profilingGroupName }),
  handle: ({ profilingGroupName }, { world }) => ({
    body: policyOf(world.profiles.groups.get(profilingGroupName).description),
  }),
});
