import type { Operation } from '../protocol/operation';
import { batchGetJob } from './batch-get-job';
import { getBudget } from './get-budget';
import { getFarm } from './get-farm';
import { getFleet } from './get-fleet';
import { getJob } from './get-job';
import { getQueue } from './get-queue';
import { getSessionsStatisticsAggregation } from './get-sessions-statistics-aggregation';
import { listBudgets } from './list-budgets';
import { listFarms } from './list-farms';
import { listFleets } from './list-fleets';
import { listJobs } from './list-jobs';
import { listQueues } from './list-queues';
import { startSessionsStatisticsAggregation } from './start-sessions-statistics-aggregation';

/** Every operation of the service that is served. */
export const deadlineOperations: readonly Operation[] = [
  startSessionsStatisticsAggregation,
  getSessionsStatisticsAggregation,
  listFarms,
  getFarm,
  listQueues,
  getQueue,
  listFleets,
  getFleet,
  listJobs,
  getJob,
  batchGetJob,
  listBudgets,
  getBudget,
];
