import { z } from 'zod';
import { usualErrors } from '../errors';
import { QUEUE_STATUSES } from '../farm';
import { operation } from '../operation';
import { listKey, pageOf } from '../pages';
import { farmId, paging, principalId } from '../wire/inputs';
import { nextToken } from '../wire/output';
import { membersOfQueue } from '../wire/queue-members';
import { queueMembers } from '../wire/queue-output';

export const listQueues = operation({
  name: 'ListQueues',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}/queues',
  errors: usualErrors,
  output: z.strictObject({ queues: z.array(z.strictObject(queueMembers)), nextToken }),
  input: z.object({ farmId, ...paging, principalId, status: z.enum(QUEUE_STATUSES).optional() }),
  handle: async (input, { world }) => {
    const farm = world.farms.farm(input.farmId);
    const binding = ['ListQueues', farm.farmId, input.principalId, input.status];
    const found = farm.queues.filter(({ status }) => input.status === undefined || status === input.status);
    const { items, ...next } = await pageOf(world, input, binding, found, (queue) =>
      listKey(queue, queue.queueId),
    );
    return { body: { queues: items.map((queue) => membersOfQueue(farm.farmId, queue)), ...next } };
  },
});
