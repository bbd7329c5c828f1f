import { z } from 'zod';
import { usualErrors } from '../errors';
import { profilingGroupName } from '../input';
import { operation } from '../operation';
import { notificationConfiguration } from '../output';

/** The channels of a group; [?] an empty list when it has none. */
export const getNotificationConfiguration = operation({
  name: 'GetNotificationConfiguration',
  method: 'GET',
  path: '/profilingGroups/{profilingGroupName}/notificationConfiguration',
  errors: usualErrors,
  output: z.strictObject({ notificationConfiguration }),
  input: z.object({ profilingGroupName }),
  handle: ({ profilingGroupName }, { world }) => {
    const { channels } = world.profiles.groups.get(profilingGroupName).description;
    return { body: { notificationConfiguration: { channels: channels ?? [] } } };
  },
});
