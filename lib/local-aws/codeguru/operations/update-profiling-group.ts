import { z } from 'zod';
import { describeGroup } from '../description';
import { usualErrors } from '../errors';
import { orchestrationConfig, profilingGroupName } from '../input';
import { operation } from '../operation';
import { groupDescription } from '../output';

/** Turns an agent's profiling on or off from its next question on. Answers the bare description. */
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
