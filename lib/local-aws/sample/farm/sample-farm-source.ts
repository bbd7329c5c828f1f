import type { Farm } from '../../deadline/farm';
import { type JobPosition, newestFirst } from '../../deadline/job';
import type { FarmSource } from '../../deadline/store/farm-source';
import type { Database } from '../../store/database';
import { historyStart } from './calendar';
import { sampleBudgets } from './sample-budgets';
import { SampleDays } from './sample-days';
import { type SampleFarm, sampleFarms } from './sample-farms';
import { sampleJobs } from './sample-jobs';

/** Ids that no imported farm may have, whether or not the sample data is served. */
export const sampleFarmIds: readonly string[] = sampleFarms.map(({ farm }) => farm.farmId);

/** Opens the sample farms. The tables of farms must exist. */
export async function openSampleFarms(database: Database): Promise<FarmSource[]> {
  const days = await SampleDays.open(database);
  return sampleFarms.map((sample) => new SampleFarmSource(sample, days));
}

/** Jobs and budgets are computed on request; session records are stored by day when first read. */
class SampleFarmSource implements FarmSource {
  readonly farm: Farm;

  constructor(
    private readonly sample: SampleFarm,
    private readonly days: SampleDays,
  ) {
    this.farm = sample.farm;
  }

  historyStart(now: number) {
    return historyStart(now);
  }

  loadSessions(from: number, to: number, signal?: AbortSignal) {
    return this.days.load(this.sample, from, to, signal);
  }

  async jobs(queueId: string, now: number, count: number, after?: JobPosition) {
    const jobs = sampleJobs(this.sample, queueId, now);
    return jobs.filter((job) => !after || newestFirst(after, job) < 0).slice(0, count);
  }

  async findJobs(queueId: string, jobIds: readonly string[], now: number) {
    const requested = new Set(jobIds);
    return sampleJobs(this.sample, queueId, now).filter(({ jobId }) => requested.has(jobId));
  }

  budgets(now: number) {
    return sampleBudgets(this.sample, now);
  }
}
