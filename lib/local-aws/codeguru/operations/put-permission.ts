import { z } from 'zod';
import { usualErrors, validation } from '../errors';
import { profilingGroupName, uuid } from '../input';
import { operation } from '../operation';
import { policyOutput } from '../output';
import { actionGroup, policyOf, revised } from '../policy';

const MAX_PRINCIPALS = 50;

/** [?] The ARN of a user or a role, without wildcards. */
const principal = z
  .string()
  .max(2048)
  .regex(/^arn:aws[a-z-]*:(iam|sts)::\d{12}:[^\s*?]+$/, 'must be the ARN of a user or a role');

/**
 * Adds principals. The first call has no revisionId; later ones need the current one, or get a ConflictException. [?] More
 * than 50 in total are a ValidationException. The policy is never enforced.
 */
export const putPermission = operation({
  name: 'PutPermission',
  method: 'PUT',
  path: '/profilingGroups/{profilingGroupName}/policy/{actionGroup}',
  errors: [...usualErrors, 'ConflictException'],
  output: policyOutput,
  input: z.object({
    profilingGroupName,
    actionGroup,
    principals: z.array(principal).min(1).max(MAX_PRINCIPALS),
    revisionId: uuid.nullish(),
  }),
  handle: async ({ profilingGroupName, principals, revisionId }, { world }) => {
    const changed = await world.profiles.groups.change(profilingGroupName, (group) => {
      const all = [...new Set([...(group.policy?.principals ?? []), ...principals])];
      if (all.length > MAX_PRINCIPALS)
        throw validation(`principals: a policy has at most ${MAX_PRINCIPALS}.`);
      return revised(group, revisionId ?? undefined, all);
    });
    return { body: policyOf(changed.description) };
  },
});
