import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { conflict, quotaExceeded, usualErrors } from '../errors';
import { profilingGroupName, uuid } from '../input';
import { operation } from '../operation';
import { notificationConfiguration } from '../output';

const MAX_CHANNELS = 2;

/** [?] The ARN of an SNS topic. */
const uri = z
  .string()
  .regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}(\.fifo)?$/, 'must be the ARN of an SNS topic');

const channel = z.object({
  id: uuid.nullish(),
  uri,
  eventPublishers: z.array(z.literal('AnomalyDetection')).length(1),
});

/**
 * Stores channels, to which nothing is ever sent. [?] More than two are a ServiceQuotaExceededException; an id or topic that
 * exists already, or twice in the request, is a ConflictException.
 */
export const addNotificationChannels = operation({
  name: 'AddNotificationChannels',
  method: 'POST',
  path: '/profilingGroups/{profilingGroupName}/notificationConfiguration',
  errors: [...usualErrors, 'ConflictException', 'ServiceQuotaExceededException'],
  output: z.strictObject({ notificationConfiguration }),
  input: z.object({ profilingGroupName, channels: z.array(channel).min(1).max(MAX_CHANNELS) }),
  handle: async ({ profilingGroupName, channels }, { world }) => {
    const added = channels.map(({ id, ...channel }) => ({ id: id ?? randomUUID(), ...channel }));
    const { description } = await world.profiles.groups.change(profilingGroupName, (group) => {
      const all = [...(group.channels ?? []), ...added];
      if (new Set(all.map(({ id }) => id)).size < all.length) throw conflict('channels: an id occurs twice.');
      if (new Set(all.map(({ uri }) => uri)).size < all.length) {
        throw conflict('channels: a topic occurs twice.');
      }
      if (all.length > MAX_CHANNELS) throw quotaExceeded('A profiling group has at most 2 channels.');
      return { channels: all };
    });
    return { body: { notificationConfiguration: { channels: description.channels ?? [] } } };
  },
});
