import { z } from 'zod';
import { operation } from '../../protocol/operation';
import { describeGroup } from '../description';
import { usualErrors } from '../errors';
import { orchestrationConfig, profilingGroupName } from '../input';
import { groupDescription } from '../output';

/** Turns an agent's profiling on or off from its next question on. Answers the bare description. */
export const updateProfilingGroup = operation({
  service: 'codeguru-profiler',
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
