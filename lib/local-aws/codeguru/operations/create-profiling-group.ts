import { z } from 'zod';
import { describeGroup } from '../description';
import { orchestrationConfig, profilingGroupName, token } from '../input';
import { operation } from '../operation';
import { groupDescription } from '../output';
import { tagsMap } from '../tags';

/**
 * Answers 201 once the group is on disk; the description itself is the payload. [?] A clientToken that was used before with
 * the same members answers the existing group, with others it is a ConflictException. [?] More than 1,000 groups are a
 * ServiceQuotaExceededException.
 */
export const createProfilingGroup = operation({
  name: 'CreateProfilingGroup',
  method: 'POST',
  path: '/profilingGroups',
  errors: [
    'ServiceQuotaExceededException',
    'InternalServerException',
    'ConflictException',
    'ValidationException',
    'ThrottlingException',
  ],
  output: groupDescription,
  input: z.object({
    profilingGroupName,
    clientToken: token,
    computePlatform: z.enum(['Default', 'AWSLambda']).nullish(),
    agentOrchestrationConfig: orchestrationConfig.nullish(),
    tags: tagsMap.nullish(),
  }),
  handle: async ({ profilingGroupName, clientToken, ...input }, { world: { profiles, clock } }) => {
    const created = await profiles.groups.create({
      name: profilingGroupName,
      clientToken,
      computePlatform: input.computePlatform ?? 'Default',
      profilingEnabled: input.agentOrchestrationConfig?.profilingEnabled ?? true,
      tags: input.tags ?? new Map(),
    });
    return { status: 201, body: describeGroup(created, clock.now()) };
  },
});
