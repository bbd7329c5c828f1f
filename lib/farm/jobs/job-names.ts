import type { CostQuery } from '../plan/plan-aggregations';
import type { GroupSum } from '../rows/cost-table';

export type JobName = { jobId: string; name: string };

/** Jobs of a queue whose names are requested, at most `MAX_JOBS_AT_ONCE`. */
export type JobNamesRequest = { farmId: string; queueId: string; jobIds: string[] };

/** AWS returns at most this many jobs at once. */
export const MAX_JOBS_AT_ONCE = 100;
/** More jobs show their ids. */
export const MAX_LOOKED_UP = 500;

/** Jobs of rows without a name, in requests for those whose queue is known. */
export type UnnamedJobs = {
  requests: JobNamesRequest[];
  /** Jobs of known queues that are not in the requests. */
  moreCount: number;
  /** Jobs whose queue is unknown, without which AWS names no job. */
  queuelessCount: number;
};

/**
 * The jobs without a name in rows: of the most expensive ones, up to 500, those whose queue is known. A row has its queue when rows
 * are grouped by it; without that, jobs are of `onlyQueueId` if the rows are of one queue alone.
 */
export function unnamedJobs(
  farmId: string,
  rows: Iterable<GroupSum>,
  onlyQueueId: string | undefined,
): UnnamedJobs {
  const queueless = new Set<string>();
  const jobs = new Map<string, { queueId: string; costUsd: number }>();
  for (const { jobId, jobName, queueId = onlyQueueId, costUsd } of rows) {
    if (!jobId || jobName) continue;
    if (!queueId) {
      queueless.add(jobId);
      continue;
    }
    const known = jobs.get(jobId)?.costUsd ?? 0;
    jobs.set(jobId, { queueId, costUsd: known + (costUsd.sum ?? 0) });
  }
  const ranked = [...jobs].sort(([a, { costUsd: x }], [b, { costUsd: y }]) => y - x || (a < b ? -1 : 1));
  const byQueue = new Map<string, string[]>();
  for (const [jobId, { queueId }] of ranked.slice(0, MAX_LOOKED_UP)) {
    const jobIds = byQueue.get(queueId);
    if (jobIds) jobIds.push(jobId);
    else byQueue.set(queueId, [jobId]);
  }
  const requests = [...byQueue].flatMap(([queueId, jobIds]) => requestsOf(farmId, queueId, jobIds.sort()));
  return {
    requests,
    moreCount: Math.max(0, ranked.length - MAX_LOOKED_UP),
    queuelessCount: queueless.size,
  };
}

/** The queue of all rows of a query, if they are of one alone. */
export const onlyQueueOf = ({
  resources: { kind, ids },
}: Pick<CostQuery, 'resources'>): string | undefined =>
  kind === 'queue' && ids.length === 1 ? ids[0] : undefined;

const requestsOf = (farmId: string, queueId: string, jobIds: readonly string[]): JobNamesRequest[] =>
  Array.from({ length: Math.ceil(jobIds.length / MAX_JOBS_AT_ONCE) }, (_, n) => ({
    farmId,
    queueId,
    jobIds: jobIds.slice(n * MAX_JOBS_AT_ONCE, (n + 1) * MAX_JOBS_AT_ONCE),
  }));
