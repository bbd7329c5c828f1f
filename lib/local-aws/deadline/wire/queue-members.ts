import type { Queue } from '../farm';

/** A queue as ListQueues and GetQueue have it. */
export function membersOfQueue(farmId: string, { createdAt, ...queue }: Queue): object {
  return { farmId, ...queue, defaultBudgetAction: 'NONE', createdAt: new Date(createdAt).toISOString() };
}
