import { z } from 'zod';
import { describeGroup } from '../description';
import { orchestrationConfig, profilingGroupName, token } from '../input';
import { operation } from '../operation';
import { groupDescription } from '../output';
import { tagsMap } from '../tags';

/**
 * Answers 201 with the bare description once the group is on disk. [?] The same clientToken with the same
 * members is a repetition and answers the group that is there; with others it is a ConflictException. [?] Beyond
 * 1,000 groups a ServiceQuotaExceededException.
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
