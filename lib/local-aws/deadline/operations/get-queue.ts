import { z } from 'zod';
import { usualErrors } from '../errors';
import { operation } from '../operation';
import { farmId, queueId } from '../wire/inputs';
import { membersOfQueue } from '../wire/queue-members';
import { queueDetails, queueMembers } from '../wire/queue-output';

export const getQueue = operation({
  name: 'GetQueue',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}/queues/{queueId}',
  errors: usualErrors,
  output: z.strictObject({ ...queueMembers, ...queueDetails }),
  input: z.object({ farmId, queueId }),
  handle: ({ farmId, queueId }, { world }) => ({
    body: membersOfQueue(farmId, world.farms.queue(farmId, queueId)),
  }),
});
