import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanaryRun } from '@/lib/canary/run';
import type { Database } from '../../store/database';
import type { RetainedSince } from '../canary-definition';
import { idsOf, withArtifacts } from './run-artifacts';
import { toRun } from './run-row';
import { ARTIFACTS, createRunTables, RUNS, SELECT_LAST_RUNS, SELECT_RUNS } from './run-schema';

/** Selects runs of a canary. */
export type RunFilter = {
  kind: 'canary' | 'dry';
  dryRunId?: string;
  browserType?: string;
};

/** A run's position in its canary's list, newest first; ids order runs that started together. */
export type RunPosition = { started: number; id: string };

/** Runs that started at or after `from` and follow `after` in the list, as of `now`. Epoch milliseconds. */
type RunSelection = RunFilter &
  RetainedSince & { canary: string; now: number; from: number; after: RunPosition; limit: number };

/** Selects the newest run of each canary, except dry runs, of those that started from `from` to `to`, as of `now`. */
type LastRunSelection = {
  canaries: readonly (RetainedSince & { name: string })[];
  browserType?: string;
  now: number;
  from: number;
  to: number;
};

/** Selects a canary's ended runs that started before the instant of their kind. */
export type ExpiredRuns = RetainedSince & { canary: string };

const EXPIRED = `run.completed IS NOT NULL AND run.started < greatest($2::BIGINT, $3::BIGINT)
  AND run.started < CASE run.state WHEN 'PASSED' THEN $2::BIGINT ELSE $3::BIGINT END`;

/** The runs of all canaries in DuckDB. */
export class RunTable {
  private constructor(private readonly database: Database) {}

  static async open(database: Database): Promise<RunTable> {
    await createRunTables(database);
    return new RunTable(database);
  }

  async select(selection: RunSelection): Promise<CanaryRun[]> {
    const { after, kind, dryRunId = null, browserType = null } = selection;
    const rows = await this.database.rows(SELECT_RUNS, [
      selection.canary,
      selection.now,
      selection.from,
      after.started,
      after.id,
      kind === 'dry',
      dryRunId,
      browserType,
      selection.passedSince,
      selection.failedSince,
      selection.limit,
    ]);
    return withArtifacts(this.database, rows.map(toRun), { areScattered: kind === 'dry' });
  }

  /** The newest run of each canary that has one. */
  async selectLast({ canaries, ...selection }: LastRunSelection): Promise<CanaryRun[]> {
    const rows = await this.database.rows(SELECT_LAST_RUNS, [
      canaries.map(({ name }) => name).join(' '),
      canaries.map(({ passedSince }) => passedSince).join(' '),
      canaries.map(({ failedSince }) => failedSince).join(' '),
      selection.now,
      selection.from,
      selection.to,
      selection.browserType ?? null,
    ]);
    return withArtifacts(this.database, rows.map(toRun), { areScattered: true });
  }

  /** Stores a run that has just started, with the location of its artifacts. */
  async begin(run: CanaryRun): Promise<void> {
    await this.database.transaction(async (connection) => {
      await connection.run(
        `INSERT INTO ${RUNS} (id, canary, started, scheduled_run_id, retry_attempt, metric_timestamp, dry_run_id,
         browser_type) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          run.id,
          run.name,
          run.started,
          run.scheduledRunId ?? null,
          run.retryAttempt ?? null,
          run.metricTimestamp ?? null,
          run.dryRunId ?? null,
          run.browserType ?? null,
        ],
      );
      if (run.artifactLocation === undefined) return;
      await connection.run(`INSERT INTO ${ARTIFACTS} VALUES ($1, $2, $3, $4)`, [
        run.id,
        run.name,
        run.started,
        run.artifactLocation,
      ]);
    });
  }

  /** Stores a run's outcome, and deletes the location of its artifacts when it has none. */
  async finish(run: CanaryRun): Promise<void> {
    await this.database.transaction(async (connection) => {
      await connection.run(
        `UPDATE ${RUNS} SET completed = $2, state = $3, state_reason = $4, state_reason_code = $5, test_result = $6
         WHERE id = $1::UUID`,
        [
          run.id,
          run.completed ?? null,
          run.state,
          run.stateReason ?? null,
          run.stateReasonCode ?? null,
          run.testResult ?? null,
        ],
      );
      if (run.artifactLocation === undefined)
        await connection.run(`DELETE FROM ${ARTIFACTS} WHERE id = $1::UUID`, [run.id]);
    });
  }

  async delete(id: string): Promise<void> {
    await this.database.transaction(async (connection) => {
      await connection.run(`DELETE FROM ${ARTIFACTS} WHERE id = $1::UUID`, [id]);
      await connection.run(`DELETE FROM ${RUNS} WHERE id = $1::UUID`, [id]);
    });
  }

  /**
   * Deletes unfinished runs, which only an earlier process can have left. Returns the locations of their artifacts.
   */
  async deleteUnfinished(): Promise<string[]> {
    const unfinished = await this.database.rows(
      `SELECT run.id::VARCHAR AS id, artifact.location FROM ${RUNS} AS run
       LEFT JOIN ${ARTIFACTS} AS artifact ON artifact.id = run.id WHERE completed IS NULL`,
    );
    for (const { id } of unfinished) await this.delete(String(id));
    return unfinished.flatMap(({ location }) => (location === null ? [] : [String(location)]));
  }

  /** Up to `limit` expired runs of a canary that have artifacts. */
  async expiredArtifacts(expired: ExpiredRuns, limit: number): Promise<{ id: string; location: string }[]> {
    const rows = await this.database.rows(
      `SELECT artifact.id::VARCHAR AS id, artifact.location FROM ${ARTIFACTS} AS artifact
       JOIN ${RUNS} AS run ON run.id = artifact.id
       WHERE artifact.canary = $1 AND artifact.started < greatest($2::BIGINT, $3::BIGINT) AND ${EXPIRED} LIMIT $4::BIGINT`,
      [expired.canary, expired.passedSince, expired.failedSince, limit],
    );
    return rows.map(({ id, location }) => ({ id: String(id), location: String(location) }));
  }

  /** Deletes the locations of these runs' artifacts. */
  async deleteArtifacts(ids: readonly string[]): Promise<void> {
    await this.database.run(`DELETE FROM ${ARTIFACTS} WHERE id IN ${idsOf('$1')}`, [ids.join(' ')]);
  }

  /** Deletes a canary's expired runs. Returns whether the canary has runs left. */
  async deleteExpired({ canary, passedSince, failedSince }: ExpiredRuns): Promise<boolean> {
    await this.database.run(`DELETE FROM ${RUNS} AS run WHERE run.canary = $1 AND ${EXPIRED}`, [
      canary,
      passedSince,
      failedSince,
    ]);
    const left = await this.database.rows(`SELECT 1 FROM ${RUNS} WHERE canary = $1 LIMIT 1`, [canary]);
    return left.length > 0;
  }

  static async append(connection: DuckDBConnection, runs: readonly CanaryRun[]): Promise<void> {
    const appender = await connection.createAppender(RUNS);
    const text = (value: string | undefined) =>
      value === undefined ? appender.appendNull() : appender.appendVarchar(value);
    const instant = (value: number | undefined) =>
      value === undefined ? appender.appendNull() : appender.appendBigInt(BigInt(value));
    for (const run of runs) {
      text(run.id);
      text(run.name);
      instant(run.started);
      instant(run.completed);
      text(run.state);
      text(run.stateReason);
      text(run.stateReasonCode);
      text(run.testResult);
      text(run.scheduledRunId);
      if (run.retryAttempt === undefined) appender.appendNull();
      else appender.appendInteger(run.retryAttempt);
      instant(run.metricTimestamp);
      text(run.dryRunId);
      text(run.browserType);
      text(run.location);
      appender.endRow();
    }
    appender.closeSync();
  }

  static async deleteBefore(connection: DuckDBConnection, canary: string, since: number): Promise<void> {
    await connection.run(`DELETE FROM ${RUNS} WHERE canary = $1 AND started < $2::BIGINT`, [canary, since]);
  }
}
