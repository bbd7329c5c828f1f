import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/duration';
import type { SessionRecord } from '../../deadline/session-records';
import { Random } from '../random';
import { dayLoad, HOUR_LOAD, isOutlierDay } from './calendar';
import { jobsAtWork, outlierJob, type SampleJob } from './jobs';
import { INSTANCE_USD_PER_HOUR, LICENSE_USD_PER_HOUR, VOLUME_USD_PER_HOUR } from './prices';
import type { SampleFarm } from './sample-farms';
import { pickWeighted } from './weighted';

const SHORTEST_MINUTES = 1;
const LONGEST_MINUTES = 12 * 60;
const OUTLIER_SESSIONS = 0.16;
const HOURS = HOUR_LOAD.map((load, hour) => ({ load, hour }));

/**
 * The usage records of the sessions that start on a UTC day (days since 1970), up to its end: a function of
 * the seed and the day alone. What is still running at a given time is for the reader to leave out.
 */
export function sampleDay(sample: SampleFarm, day: number): SessionRecord[] {
  const random = new Random(sample.seed, sample.farm.farmId, 'sessions', day);
  const jobs = jobsAtWork(sample, day);
  const spread = 1 + 0.06 * random.normal();
  const sessions = Math.max(1, Math.round(sample.sessionsPerDay * dayLoad(sample.seed, day) * spread));
  const records: SessionRecord[] = [];
  for (let n = 0; n < sessions; n++) {
    const job = pickWeighted(random, jobs, ({ weight }) => weight);
    const minutes = job.queue.medianMinutes * Math.exp(0.7 * random.normal());
    addSession(records, sample, job, startTime(random, day), minutes, random);
  }
  if (isOutlierDay(sample.seed, day)) {
    const job = outlierJob(sample, day);
    for (let n = 0; n < sample.sessionsPerDay * OUTLIER_SESSIONS; n++) {
      addSession(records, sample, job, startTime(random, day), random.between(6, 11) * 60, random);
    }
  }
  return records;
}

function startTime(random: Random, day: number): number {
  const { hour } = pickWeighted(random, HOURS, ({ load }) => load);
  return day * DAY + hour * HOUR + random.below(HOUR);
}

/** A session's compute record, one per licensed product that it took, and one of its volume. */
function addSession(
  records: SessionRecord[],
  sample: SampleFarm,
  job: SampleJob,
  startedAt: number,
  minutes: number,
  random: Random,
): void {
  const { fleet } = pickWeighted(random, job.queue.fleets, ({ weight }) => weight);
  const bounded = Math.min(LONGEST_MINUTES, Math.max(SHORTEST_MINUTES, minutes));
  const endedAt = startedAt + Math.round(bounded * MINUTE);
  const session = {
    farmId: sample.farm.farmId,
    queueId: job.queue.queue.queueId,
    fleetId: fleet.fleet.fleetId,
    jobId: job.jobId,
    jobName: job.jobName,
    userId: job.userId,
    startedAt,
    endedAt,
  };
  const instanceType = random.pick(fleet.instanceTypes);
  records.push({
    ...session,
    usageType: 'COMPUTE',
    instanceType,
    costMicroUsd: cost(endedAt - startedAt, INSTANCE_USD_PER_HOUR[instanceType]),
  });
  job.queue.products.forEach((licenseProduct, n) => {
    if (!random.chance(n === 0 ? 0.92 : 0.4)) return;
    const returnedAt = endedAt - random.below(30 * SECOND);
    const costMicroUsd = cost(returnedAt - startedAt, LICENSE_USD_PER_HOUR[licenseProduct]);
    records.push({ ...session, usageType: 'LICENSE', licenseProduct, endedAt: returnedAt, costMicroUsd });
  });
  if (fleet.volume) {
    const costMicroUsd = cost(endedAt - startedAt, VOLUME_USD_PER_HOUR);
    records.push({ ...session, usageType: 'PERSISTENT_VOLUME', costMicroUsd });
  }
}

function cost(runtimeMs: number, usdPerHour: number): number {
  return Math.round((runtimeMs / HOUR) * usdPerHour * 1e6);
}
