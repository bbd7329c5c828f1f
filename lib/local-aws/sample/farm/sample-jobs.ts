import { LRUCache } from 'lru-cache';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { Job } from '../../deadline/job';
import { Random } from '../random';
import { isOutlierDay } from './calendar';
import { HISTORY_DAYS } from './history';
import { jobsOf, LONGEST_DAYS, outlierJob, type SampleJob } from './job-plans';
import type { SampleFarm } from './sample-farms';

const PRIORITIES = [50, 50, 50, 50, 70, 90];
const FAILING = 0.06;

/** The jobs of one queue, newest first. */
type QueueJobs = readonly Job[];

const lists = new LRUCache<string, Map<string, QueueJobs>>({ max: 8 });

/**
 * The jobs of a sample farm's queue that were submitted by `now` (epoch milliseconds) and have sessions in the history
 * or after it, newest first: a function of the seed and the time.
 */
export function sampleJobs(sample: SampleFarm, queueId: string, now: number): QueueJobs {
  const today = Math.floor(now / DAY);
  const key = `${sample.farm.farmId} ${today}`;
  const known = lists.get(key) ?? listsOf(sample, today);
  lists.set(key, known);
  return (known.get(queueId) ?? []).filter(({ createdAt }) => createdAt <= now);
}

/** What is submitted in the evening has its first session on the next day. */
function listsOf(sample: SampleFarm, today: number): Map<string, QueueJobs> {
  const queues = new Map<string, Job[]>();
  const oldest = today - HISTORY_DAYS;
  for (let day = oldest - LONGEST_DAYS + 1; day <= today + 1; day++) {
    const outliers = isOutlierDay(sample.seed, day) ? [outlierJob(sample, day)] : [];
    for (const job of [...jobsOf(sample, day), ...outliers]) {
      if (job.lastDay < oldest) continue;
      const { queueId } = job.queue.queue;
      queues.set(queueId, [...(queues.get(queueId) ?? []), jobFrom(sample.seed, job)]);
    }
  }
  for (const jobs of queues.values()) jobs.sort(newestFirst);
  return queues;
}

export function newestFirst(
  a: Pick<Job, 'createdAt' | 'jobId'>,
  b: Pick<Job, 'createdAt' | 'jobId'>,
): number {
  return b.createdAt - a.createdAt || Number(a.jobId < b.jobId) - Number(a.jobId > b.jobId);
}

function jobFrom(seed: string, { jobId, jobName, userId, firstDay, lastDay }: SampleJob): Job {
  const random = new Random(seed, 'job', jobId);
  return {
    jobId,
    name: jobName,
    userId,
    priority: random.pick(PRIORITIES),
    createdAt: Math.floor(firstDay * DAY - random.between(10 * MINUTE, 6 * HOUR)),
    from: firstDay * DAY,
    to: (lastDay + 1) * DAY,
    fails: random.chance(FAILING),
  };
}
