import { Random } from '../random';
import { dayLoad } from './calendar';
import { type SampleFarm, type SampleQueue, sampleId } from './sample-farms';

/** Maximum number of days on which a job has sessions. */
export const MAX_JOB_DAYS = 4;
const JOBS_PER_SESSION = 1 / 28;

export type JobPlan = {
  jobId: string;
  jobName: string;
  userId: string;
  queue: SampleQueue;
  /** First and last UTC day (days since 1970) with sessions. */
  firstDay: number;
  lastDay: number;
  /** Its share of a day's sessions, relative to the other jobs. */
  weight: number;
};

/** The jobs with sessions on a UTC day: submitted for it or for one of the three days before. */
export function jobsWithSessions(sample: SampleFarm, day: number): JobPlan[] {
  const jobs: JobPlan[] = [];
  for (let submitted = day - MAX_JOB_DAYS + 1; submitted <= day; submitted++) {
    jobs.push(...jobsSubmittedFor(sample, submitted).filter(({ lastDay }) => lastDay >= day));
  }
  return jobs;
}

/** The jobs submitted for a UTC day, except an outlier day's extra job. */
export function jobsSubmittedFor(sample: SampleFarm, day: number): JobPlan[] {
  const random = new Random(sample.seed, sample.farm.farmId, 'jobs', day);
  const load = dayLoad(sample.seed, day);
  const count = sample.queues.length + Math.round(sample.sessionsPerDay * load * JOBS_PER_SESSION);
  return Array.from({ length: count }, (_, n): JobPlan => {
    // The first jobs go to one queue each, so that no queue is ever without work.
    const queue = sample.queues[n] ?? sample.drawQueue(random);
    return {
      jobId: sampleId('job', sample.farm.farmId, day, n),
      jobName: `${shot(random)}_${queue.queue.displayName}_v${padded(1 + random.below(40), 3)}`,
      userId: random.pick(sample.userIds),
      queue,
      firstDay: day,
      lastDay: day + random.below(MAX_JOB_DAYS),
      weight: queue.weight * Math.exp(0.6 * random.normal()),
    };
  });
}

/** The extra job of an outlier day: long sessions of one user in the queue with the longest sessions. */
export function outlierJob(sample: SampleFarm, day: number): JobPlan {
  const random = new Random(sample.seed, sample.farm.farmId, 'outlier', day);
  const queue = sample.queues.reduce((a, b) => (b.medianMinutes > a.medianMinutes ? b : a));
  return {
    jobId: sampleId('job', sample.farm.farmId, day, 'outlier'),
    jobName: `${shot(random)}_${queue.queue.displayName}_flood_final_v${padded(31, 3)}`,
    userId: random.pick(sample.userIds),
    queue,
    firstDay: day,
    lastDay: day,
    weight: 0,
  };
}

function shot(random: Random): string {
  return `sq${padded(10 * (1 + random.below(12)), 3)}_sh${padded(10 * (1 + random.below(60)), 4)}`;
}

function padded(n: number, digits: number): string {
  return String(n).padStart(digits, '0');
}
