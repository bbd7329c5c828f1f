import { z } from 'zod';
import { describeGroup } from '../description';
import { usualErrors } from '../errors';
import { orchestrationConfig, profilingGroupName } from '../input';
import { operation } from '../operation';
import { groupDescription } from '../output';

/** Turns profiling on or off for agents, from their next request for a configuration on. The description itself is the payload. */
export const updateProfilingGroup = operation({
  name: 'UpdateProfilingGroup',
  method: 'PUT',
  path: '/profilingGroups/{profilingGroupName}',
  errors: [...usualErrors, 'ConflictException'],
  output: groupDescription,
  input: z.object({ profilingGroupName, agentOrchestrationConfig: orchestrationConfig }),
  handle: async ({ profilingGroupName, agentOrchestrationConfig }, { world: { profiles, clock } }) => {
    const { profilingEnabled } = agentOrchestrationConfig;
    const changed = await profiles.groups.change(profilingGroupName, () => ({
      profilingEnabled,
      updatedAt: clock.now(),
    }));
    return { body: describeGroup(changed, clock.now()) };
  },
});
