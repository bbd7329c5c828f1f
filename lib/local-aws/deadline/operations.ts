import type { Operation } from '../protocol/operation';
import { getFarm } from './get-farm';
import { getSessionsStatisticsAggregation } from './get-sessions-statistics-aggregation';
import { listFarms } from './list-farms';
import { listFleets } from './list-fleets';
import { listQueues } from './list-queues';
import { startSessionsStatisticsAggregation } from './start-sessions-statistics-aggregation';

/** Every operation of the service that is served. */
export const deadlineOperations: readonly Operation[] = [
  startSessionsStatisticsAggregation,
  getSessionsStatisticsAggregation,
  listFarms,
  getFarm,
  listQueues,
  listFleets,
];
