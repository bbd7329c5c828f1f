import type { Service } from '../protocol/service';
import { deadlineErrors } from './errors';
import type { DeadlineWorld } from './operation';
import { batchGetJob } from './operations/batch-get-job';
import { getBudget } from './operations/get-budget';
import { getFarm } from './operations/get-farm';
import { getFleet } from './operations/get-fleet';
import { getJob } from './operations/get-job';
import { getQueue } from './operations/get-queue';
import { getSessionsStatisticsAggregation } from './operations/get-sessions-statistics-aggregation';
import { listBudgets } from './operations/list-budgets';
import { listFarms } from './operations/list-farms';
import { listFleets } from './operations/list-fleets';
import { listJobs } from './operations/list-jobs';
import { listQueues } from './operations/list-queues';
import { startSessionsStatisticsAggregation } from './operations/start-sessions-statistics-aggregation';

export const deadline: Service<DeadlineWorld> = {
  name: 'deadline',
  folder: 'deadline',
  sdk: '@aws-sdk/client-deadline',
  errors: deadlineErrors,
  operations: [
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
  ],
};
