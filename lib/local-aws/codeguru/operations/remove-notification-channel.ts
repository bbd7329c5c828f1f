import { z } from 'zod';
import { notFound, usualErrors } from '../errors';
import { profilingGroupName, uuid } from '../input';
import { operation } from '../operation';
import { notificationConfiguration } from '../output';

/** [?] An unknown channel is a ResourceNotFoundException. */
export const removeNotificationChannel = operation({
  name: 'RemoveNotificationChannel',
  method: 'DELETE',
  path: '/profilingGroups/{profilingGroupName}/notificationConfiguration/{channelId}',
  errors: usualErrors,
  output: z.strictObject({ notificationConfiguration }),
  input: z.object({ profilingGroupName, channelId: uuid }),
  handle: async ({ profilingGroupName, channelId }, { world }) => {
    const { description } = await world.profiles.groups.change(profilingGroupName, ({ channels = [] }) => {
      const remaining = channels.filter(({ id }) => id !== channelId);
      if (remaining.length === channels.length) throw notFound(`There is no channel ${channelId}.`);
      return { channels: remaining };
    });
    return { body: { notificationConfiguration: { channels: description.channels ?? [] } } };
  },
});
