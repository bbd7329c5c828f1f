import { LRUCache } from 'lru-cache';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { type Job, newestFirst } from '../../deadline/job';
import { Random } from '../random';
import { HISTORY_DAYS, isOutlierDay } from './calendar';
import { type JobPlan, jobsSubmittedFor, MAX_JOB_DAYS, outlierJob } from './job-plans';
import type { SampleFarm } from './sample-farms';

const PRIORITIES = [50, 50, 50, 50, 70, 90];
const FAILURE_SHARE = 0.06;

/** The jobs of one queue, newest first. */
type QueueJobs = readonly Job[];

const jobsByDay = new LRUCache<string, Map<string, QueueJobs>>({ max: 8 });

/**
 * The jobs of a queue that were submitted by `now` (epoch milliseconds) and have sessions in the history or after it,
 * newest first.
 */
export function sampleJobs(sample: SampleFarm, queueId: string, now: number): QueueJobs {
  const today = Math.floor(now / DAY);
  const key = `${sample.farm.farmId} ${today}`;
  const jobs = jobsByDay.get(key) ?? jobsByQueue(sample, today);
  jobsByDay.set(key, jobs);
  return (jobs.get(queueId) ?? []).filter(({ createdAt }) => createdAt <= now);
}

/** Includes tomorrow's jobs: a job submitted in the evening has its first session on the next day. */
function jobsByQueue(sample: SampleFarm, today: number): Map<string, QueueJobs> {
  const queues = new Map<string, Job[]>();
  const oldest = today - HISTORY_DAYS;
  for (let day = oldest - MAX_JOB_DAYS + 1; day <= today + 1; day++) {
    const outliers = isOutlierDay(sample.seed, day) ? [outlierJob(sample, day)] : [];
    for (const job of [...jobsSubmittedFor(sample, day), ...outliers]) {
      if (job.lastDay < oldest) continue;
      const { queueId } = job.queue.queue;
      queues.set(queueId, [...(queues.get(queueId) ?? []), jobFrom(sample.seed, job)]);
    }
  }
  for (const jobs of queues.values()) jobs.sort(newestFirst);
  return queues;
}

function jobFrom(seed: string, { jobId, jobName, userId, firstDay, lastDay }: JobPlan): Job {
  const random = new Random(seed, 'job', jobId);
  return {
    jobId,
    name: jobName,
    userId,
    priority: random.pick(PRIORITIES),
    createdAt: Math.floor(firstDay * DAY - random.between(10 * MINUTE, 6 * HOUR)),
    from: firstDay * DAY,
    to: (lastDay + 1) * DAY,
    fails: random.chance(FAILURE_SHARE),
  };
}
