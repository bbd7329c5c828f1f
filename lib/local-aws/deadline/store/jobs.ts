import type { DuckDBValue } from '@duckdb/node-api';
import type { SampleDays } from '../../sample/farm/sample-days';
import { sampleFarm } from '../../sample/farm/sample-farms';
import { newestFirst, sampleJobs } from '../../sample/farm/sample-jobs';
import type { Database, Parameter } from '../../store/database';
import { type Job, type JobSessions, type JobState, stateOf } from '../job';
import { withTexts } from '../statistics/session-texts';
import { importedJob, importedJobs } from './imported-jobs';

/** The place of a job in its queue's list. */
export type JobPlace = { createdAt: number; jobId: string };

/** The jobs of the queues. Those of the sample farms are planned, those of imported ones are in the database. */
export class Jobs {
  constructor(
    private readonly database: Database,
    private readonly sampleDays: SampleDays,
  ) {}

  /** At most `count` jobs of a queue by `now`, newest first, after a place in that order. */
  async page(
    farmId: string,
    queueId: string,
    now: number,
    count: number,
    after?: JobPlace,
  ): Promise<JobState[]> {
    const sample = sampleFarm(farmId);
    if (!sample) {
      const jobs = await importedJobs(this.database, farmId, queueId, now, count, after);
      return this.#states(farmId, queueId, jobs, now);
    }
    const jobs = sampleJobs(sample, queueId, now);
    const left = after ? jobs.filter((job) => newestFirst(after, job) < 0) : jobs;
    return this.#states(farmId, queueId, left.slice(0, count), now);
  }

  /** Those of some jobs of a queue that there are by `now`. */
  async find(farmId: string, queueId: string, jobIds: readonly string[], now: number): Promise<JobState[]> {
    const sample = sampleFarm(farmId);
    const asked = new Set(jobIds);
    const jobs = sample
      ? sampleJobs(sample, queueId, now).filter(({ jobId }) => asked.has(jobId))
      : await importedJob(this.database, farmId, queueId, [...asked], now);
    return this.#states(farmId, queueId, jobs, now);
  }

  async #states(farmId: string, queueId: string, jobs: readonly Job[], now: number): Promise<JobState[]> {
    if (jobs.length === 0) return [];
    const from = Math.min(...jobs.map((job) => job.from));
    const to = Math.max(...jobs.map((job) => job.to));
    await this.sampleDays.make(farmId, from, to);
    const sessions = await this.#sessions(farmId, queueId, jobs, [from, to], now);
    return jobs.map((job) => stateOf(job, sessions.get(job.jobId), now));
  }

  /** [?] A job's compute records are its sessions; if it has none, those of the first usage type that it has. */
  async #sessions(
    farmId: string,
    queueId: string,
    jobs: readonly Job[],
    [from, to]: [number, number],
    now: number,
  ): Promise<Map<string, JobSessions>> {
    const parameters: Parameter[] = [farmId, queueId, from, to, now];
    const ids = jobs.map(({ jobId }) => `$${parameters.push(jobId)}::VARCHAR`);
    const rows = await this.database.rows(
      `SELECT job_id,
         count(*) FILTER (ended_at <= $5::BIGINT)::INTEGER AS ended,
         count(*) FILTER (started_at <= $5::BIGINT AND ended_at > $5::BIGINT)::INTEGER AS running,
         count(*) FILTER (started_at > $5::BIGINT)::INTEGER AS waiting,
         (min(started_at) FILTER (started_at <= $5::BIGINT))::DOUBLE AS started_at,
         max(ended_at)::DOUBLE AS last_end
       FROM ${withTexts('session', ['farm_id', 'queue_id', 'job_id', 'usage_type'])}
       WHERE farm_id = $1 AND queue_id = $2 AND started_at >= $3::BIGINT AND started_at < $4::BIGINT
         AND job_id IN (${ids.join(', ')})
       GROUP BY job_id, usage_type ORDER BY usage_type DESC`,
      parameters,
    );
    return new Map(rows.map((row) => [String(row.job_id), sessionsOf(row)]));
  }
}

function sessionsOf(row: Record<string, DuckDBValue>): JobSessions {
  return {
    ended: Number(row.ended),
    running: Number(row.running),
    waiting: Number(row.waiting),
    lastEnd: Number(row.last_end),
    ...(row.started_at === null ? {} : { startedAt: Number(row.started_at) }),
  };
}
