import { z } from 'zod';
import { usualErrors } from '../errors';
import { profilingGroupName, uuid } from '../input';
import { operation } from '../operation';
import { policyOutput } from '../output';
import { actionGroup, policyOf, revised } from '../policy';

/** Removes all principals. [?] The policy stays, without a statement and with a new revision. */
export const removePermission = operation({
  name: 'RemovePermission',
  method: 'DELETE',
  path: '/profilingGroups/{profilingGroupName}/policy/{actionGroup}',
  errors: [...usualErrors, 'ConflictException'],
  output: policyOutput,
  input: z.object({ profilingGroupName, actionGroup, revisionId: uuid }),
  handle: async ({ profilingGroupName, revisionId }, { world }) => {
    const changed = await world.profiles.groups.change(profilingGroupName, (group) => {
      policyOf(group);
      return revised(group, revisionId, []);
    });
    return { body: policyOf(changed.description) };
  },
});
