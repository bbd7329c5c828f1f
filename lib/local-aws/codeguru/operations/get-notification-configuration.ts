import { z } from 'zod';
import { operation } from '../../protocol/operation';
import { usualErrors } from '../errors';
import { profilingGroupName } from '../input';
import { notificationConfiguration } from '../output';

/** The channels of a group; [?] an empty list when it has none. */
export const getNotificationConfiguration = operation({
  service: 'codeguru-profiler',
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
