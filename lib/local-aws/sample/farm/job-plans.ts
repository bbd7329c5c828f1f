import { Random } from '../random';
import { dayLoad } from './calendar';
import { type SampleFarm, type SampleQueue, sampleId } from './sample-farms';

/** Days on which a job can have sessions. */
export const LONGEST_DAYS = 4;
const JOBS_PER_SESSION = 1 / 28;

export type SampleJob = {
  jobId: string;
  jobName: string;
  userId: string;
  queue: SampleQueue;
  /** UTC days since 1970: it has sessions from the one to the other. */
  firstDay: number;
  lastDay: number;
  /** Part of its day's sessions, relative to the other jobs. */
  weight: number;
};

/** The jobs that have work on a UTC day: submitted on it or up to three days before. */
export function jobsAtWork(sample: SampleFarm, day: number): SampleJob[] {
  const jobs: SampleJob[] = [];
  for (let submitted = day - LONGEST_DAYS + 1; submitted <= day; submitted++) {
    jobs.push(...jobsOf(sample, submitted).filter(({ lastDay }) => lastDay >= day));
  }
  return jobs;
}

/** The jobs that are submitted for a UTC day, but the one that makes it an outlier. */
export function jobsOf(sample: SampleFarm, day: number): SampleJob[] {
  const random = new Random(sample.seed, sample.farm.farmId, 'jobs', day);
  const load = dayLoad(sample.seed, day);
  const count = sample.queues.length + Math.round(sample.sessionsPerDay * load * JOBS_PER_SESSION);
  return Array.from({ length: count }, (_, n): SampleJob => {
    // Every queue has a job each day, so that none is ever without work.
    const queue = sample.queues[n] ?? sample.drawQueue(random);
    return {
      jobId: sampleId('job', sample.farm.farmId, day, n),
      jobName: `${shot(random)}_${queue.queue.displayName}_v${padded(1 + random.below(40), 3)}`,
      userId: random.pick(sample.userIds),
      queue,
      firstDay: day,
      lastDay: day + random.below(LONGEST_DAYS),
      weight: queue.weight * Math.exp(0.6 * random.normal()),
    };
  });
}

/** The job of an outlier day: long sessions of one user on the queue that takes longest. */
export function outlierJob(sample: SampleFarm, day: number): SampleJob {
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
