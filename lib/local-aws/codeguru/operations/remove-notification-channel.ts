import { z } from 'zod';
import { notFound, usualErrors } from '../errors';
import { profilingGroupName, uuid } from '../input';
import { operation } from '../operation';
import { notificationConfiguration } from '../output';

/** [?] A channel that the group doesn't have is a ResourceNotFoundException. */
export const removeNotificationChannel = operation({
  name: 'RemoveNotificationChannel',
  method: 'DELETE',
  path: '/profilingGroups/{profilingGroupName}/notificationConfiguration/{channelId}',
  errors: usualErrors,
  output: z.strictObject({ notificationConfiguration }),
  input: z.object({ profilingGroupName, channelId: uuid }),
  handle: async ({ profilingGroupName, channelId }, { world }) => {
    const { description } = await world.profiles.groups.change(profilingGroupName, ({ channels = [] }) => {
      const left = channels.filter(({ id }) => id !== channelId);
      if (left.length === channels.length) throw notFound(`There is no channel ${channelId}.`);
      return { channels: left };
    });
    return { body: { notificationConfiguration: { channels: description.channels ?? [] } } };
  },
});
