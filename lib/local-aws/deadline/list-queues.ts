import { z } from 'zod';
import { operation } from '../protocol/operation';
import { QUEUE_STATUSES } from './farm';
import { farmId, paging, principalId } from './inputs';
import { pageOf } from './pages';

export const listQueues = operation({
  service: 'deadline',
  name: 'ListQueues',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}/queues',
  input: z.object({ farmId, ...paging, principalId, status: z.enum(QUEUE_STATUSES).optional() }),
  handle: (input, { world }) => {
    const farm = world.farms.farm(input.farmId);
    const binding = ['ListQueues', farm.farmId, input.principalId, input.status];
    const found = farm.queues.filter(({ status }) => input.status === undefined || status === input.status);
    const { items, ...next } = pageOf(world, input, binding, found);
    const queues = items.map(({ queueId, displayName, status, createdAt, createdBy }) => ({
      farmId: farm.farmId,
      queueId,
      displayName,
      status,
      defaultBudgetAction: 'NONE',
      createdAt: new Date(createdAt).toISOString(),
      createdBy,
    }));
    return { body: { queues, ...next } };
  },
});
