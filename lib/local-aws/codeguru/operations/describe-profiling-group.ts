import { z } from 'zod';
import { describeGroup } from '../description';
import { usualErrors } from '../errors';
import { profilingGroupName } from '../input';
import { operation } from '../operation';
import { groupDescription } from '../output';

/** The description itself is the payload. */
export const describeProfilingGroup = operation({
  name: 'DescribeProfilingGroup',
  method: 'GET',
  path: '/profilingGroups/{profilingGroupName}',
  errors: usualErrors,
  output: groupDescription,
  input: z.object({ profilingGroupName }),
  handle: ({ profilingGroupName }, { world }) => ({
    body: describeGroup(world.profiles.groups.get(profilingGroupName), world.clock.now()),
  }),
});
