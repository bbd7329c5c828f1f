import type { AskedCosts } from '../plan/asked-costs';
import { MAX_KEYS } from './needed-keys';

/** Each takes an aggregation or more. */
export const MAX_QUEUES = 10;

/** The costs of each queue of a page, for filters that leave AWS no key for the queue. */
export type CostsByQueue = {
  queues: { queueId: string; asked: AskedCosts }[];
  /** Queues beyond the maximum. */
  leftOutCount: number;
};

/**
 * The requests that tell in which queues the costs of filters by two keys are: for each queue the same as on its own page. Undefined
 * where the rows can tell it, or the page is of one queue or of fleets.
 */
export function costsByQueue(asked: AskedCosts): CostsByQueue | undefined {
  const { query, filters } = asked;
  const { kind, ids } = query.resources;
  const hasRoom = query.keys.length < MAX_KEYS || query.keys.includes('QUEUE_ID');
  if (kind !== 'queue' || ids.length < 2 || filters.length === 0 || hasRoom) return undefined;
  return {
    queues: ids.slice(0, MAX_QUEUES).map((queueId) => ({
      queueId,
      asked: { ...asked, isWholeFarm: false, query: { ...query, resources: { kind, ids: [queueId] } } },
    })),
    leftOutCount: Math.max(0, ids.length - MAX_QUEUES),
  };
}
