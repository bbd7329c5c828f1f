import { z } from 'zod';
import { usualErrors } from '../errors';
import { profilingGroupName } from '../input';
import { operation } from '../operation';

/**
 * Answers 204 once the delete is on disk; the profiles are removed after that, after a crash too. [?] Groups that are
 * there from the start (the dashboard's own, those of the sample data) can be deleted as any, and stay deleted.
 */
export const deleteProfilingGroup = operation({
  name: 'DeleteProfilingGroup',
  method: 'DELETE',
  path: '/profilingGroups/{profilingGroupName}',
  errors: [...usualErrors, 'ConflictException'],
  input: z.object({ profilingGroupName }),
  handle: async ({ profilingGroupName }, { world }) => {
    await world.profiles.groups.delete(profilingGroupName);
    return { status: 204 };
  },
});
