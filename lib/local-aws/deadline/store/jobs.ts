import type { DuckDBValue } from '@duckdb/node-api';
import type { Database, Parameter } from '../../store/database';
import { type Job, type JobPosition, type JobSessions, type JobState, stateOf } from '../job';
import { withTexts } from '../statistics/session-texts';
import type { FarmSource } from './farm-source';

/** Jobs with the state that follows from their sessions. */
export class Jobs {
  constructor(private readonly database: Database) {}

  /** At most `count` jobs of a queue as of `now`, newest first, after a position in that order. */
  async page(
    source: FarmSource,
    queueId: string,
    now: number,
    count: number,
    after?: JobPosition,
  ): Promise<JobState[]> {
    return this.#states(source, queueId, await source.jobs(queueId, now, count, after), now);
  }

  /** The jobs of a queue, among the given ones, that exist at `now`. */
  async find(
    source: FarmSource,
    queueId: string,
    jobIds: readonly string[],
    now: number,
  ): Promise<JobState[]> {
    return this.#states(source, queueId, await source.findJobs(queueId, [...new Set(jobIds)], now), now);
  }

  async #states(source: FarmSource, queueId: string, jobs: readonly Job[], now: number): Promise<JobState[]> {
    if (jobs.length === 0) return [];
    const from = Math.min(...jobs.map((job) => job.from));
    const to = Math.max(...jobs.map((job) => job.to));
    await source.loadSessions(from, to);
    const sessions = await this.#sessions(source.farm.farmId, queueId, jobs, [from, to], now);
    return jobs.map((job) => stateOf(job, sessions.get(job.jobId), now));
  }

  /** [?] A job's sessions are its compute records or, without any, those of its first usage type. */
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
