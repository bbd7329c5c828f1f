import type { Queue } from '../farm';

/** The members of a queue in ListQueues and GetQueue. */
export function membersOfQueue(farmId: string, { createdAt, rank, ...queue }: Queue): object {
  return { farmId, ...queue, defaultBudgetAction: 'NONE', createdAt: new Date(createdAt).toISOString() };
}
