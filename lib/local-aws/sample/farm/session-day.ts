import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/duration';
import type { SessionRecord, UsageType } from '../../deadline/statistics/session-records';
import { Random } from '../random';
import { dayLoad, HOUR_LOAD, isOutlierDay } from './calendar';
import { type JobPlan, jobsWithSessions, outlierJob } from './job-plans';
import { INSTANCE_USD_PER_HOUR, LICENSE_USD_PER_HOUR, VOLUME_USD_PER_HOUR } from './prices';
import type { SampleFarm } from './sample-farms';
import { weightedDraw } from './weighted-draw';

const MIN_SESSION_MINUTES = 1;
const MAX_SESSION_MINUTES = 12 * 60;
/** Sessions of an outlier day's extra job, as a share of the farm's sessions per day. */
const OUTLIER_SESSION_SHARE = 0.16;
const drawHour = weightedDraw([...HOUR_LOAD.keys()], (hour) => HOUR_LOAD[hour] ?? 0);

/**
 * The usage records of the sessions that start on a UTC day (days since 1970), a function of the seed and the day alone.
 * It includes the future: readers leave out what hasn't ended.
 */
export function sampleDay(sample: SampleFarm, day: number): SessionRecord[] {
  const random = new Random(sample.seed, sample.farm.farmId, 'sessions', day);
  const drawJob = weightedDraw(jobsWithSessions(sample, day), ({ weight }) => weight);
  const spread = 1 + 0.06 * random.normal();
  const sessions = Math.max(1, Math.round(sample.sessionsPerDay * dayLoad(sample.seed, day) * spread));
  const records: SessionRecord[] = [];
  for (let n = 0; n < sessions; n++) {
    const job = drawJob(random);
    const minutes = job.queue.medianMinutes * Math.exp(0.7 * random.normal());
    addSession(records, sample, job, startTime(random, day), minutes, random);
  }
  if (isOutlierDay(sample.seed, day)) {
    const job = outlierJob(sample, day);
    for (let n = 0; n < sample.sessionsPerDay * OUTLIER_SESSION_SHARE; n++) {
      addSession(records, sample, job, startTime(random, day), random.between(6, 11) * 60, random);
    }
  }
  return records;
}

function startTime(random: Random, day: number): number {
  return day * DAY + drawHour(random) * HOUR + random.below(HOUR);
}

/** Adds a session's compute record, one for each licensed product it used, and one for its volume. */
function addSession(
  records: SessionRecord[],
  sample: SampleFarm,
  job: JobPlan,
  startedAt: number,
  minutes: number,
  random: Random,
): void {
  const fleet = job.queue.drawFleet(random);
  const boundedMinutes = Math.min(MAX_SESSION_MINUTES, Math.max(MIN_SESSION_MINUTES, minutes));
  const endedAt = startedAt + Math.round(boundedMinutes * MINUTE);
  const add = (
    usageType: UsageType,
    usdPerHour: number,
    of: { instanceType?: string; licenseProduct?: string; until: number },
  ) =>
    records.push({
      farmId: sample.farm.farmId,
      queueId: job.queue.queue.queueId,
      fleetId: fleet.fleet.fleetId,
      jobId: job.jobId,
      jobName: job.jobName,
      userId: job.userId,
      usageType,
      instanceType: of.instanceType,
      licenseProduct: of.licenseProduct,
      startedAt,
      endedAt: of.until,
      costMicroUsd: Math.round(((of.until - startedAt) / HOUR) * usdPerHour * 1e6),
    });

  const instanceType = random.pick(fleet.instanceTypes);
  add('COMPUTE', INSTANCE_USD_PER_HOUR[instanceType], { instanceType, until: endedAt });
  for (const [n, licenseProduct] of job.queue.products.entries()) {
    if (!random.chance(n === 0 ? 0.92 : 0.4)) continue;
    const until = endedAt - random.below(30 * SECOND);
    add('LICENSE', LICENSE_USD_PER_HOUR[licenseProduct], { licenseProduct, until });
  }
  if (fleet.hasVolume) add('PERSISTENT_VOLUME', VOLUME_USD_PER_HOUR, { until: endedAt });
}
