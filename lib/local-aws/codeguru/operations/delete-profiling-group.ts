import { z } from 'zod';
import { usualErrors } from '../errors';
import { profilingGroupName } from '../input';
import { operation } from '../operation';

/**
 * Answers 204 once the deletion is on disk; the profiles are removed afterwards, even if the server crashes in between. [?]
 * Built-in groups (the dashboard's own, the sample data) can be deleted like any other, and stay deleted.
 */
export const deleteProfilingGroup = operation({
  name: 'DeleteProfilingGroup',
  method: 'DELETE',
  path: '/profilingGroups/{profilingGroupName}',
  errors: [...usualErrors, 'ConflictException'],
  input: z.object({ profilingGroupName }),
  handle: async ({ profilingGroupName }, { world }) => {
    await world.profiles.delete(profilingGroupName);
    return { status: 204 };
  },
});
