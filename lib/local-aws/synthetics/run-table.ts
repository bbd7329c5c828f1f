import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import type { CanaryRun } from '@/lib/canary/run';
import type { Database } from '../store/database';

/** Which runs of a canary are meant. */
export type RunFilter = {
  kind: 'canary' | 'dry';
  dryRunId?: string;
  browserType?: string;
};

/** A run's place among its canary's, newest first; ids decide between runs that started together. */
export type RunPosition = { started: number; id: string };

/** Runs that started at or after `from` and follow `after`, as they stand at `now`. Epoch milliseconds. */
export type RunSelection = RunFilter & {
  canary: string;
  now: number;
  from: number;
  after: RunPosition;
  /** Passed runs that started earlier are forgotten, and failed ones. */
  passedSince: number;
  failedSince: number;
  limit: number;
};

const TABLE = 'canary_runs';

const COLUMNS = `
  id UUID PRIMARY KEY, canary VARCHAR NOT NULL, started BIGINT NOT NULL, completed BIGINT, state VARCHAR,
  state_reason VARCHAR, state_reason_code VARCHAR, test_result VARCHAR, scheduled_run_id UUID,
  retry_attempt INTEGER, metric_timestamp BIGINT, dry_run_id UUID, browser_type VARCHAR, location VARCHAR`;

// Kept runs are looked through from newest to oldest by bounds on `started`, which prune whole row groups. A run whose
// end lies after `now` is still going on.
const SELECT = `
  SELECT id::VARCHAR AS id, canary, started::DOUBLE AS started, completed::DOUBLE AS completed, shown_state AS state,
    state_reason, state_reason_code, test_result, scheduled_run_id::VARCHAR AS scheduled_run_id, retry_attempt,
    metric_timestamp::DOUBLE AS metric_timestamp, dry_run_id::VARCHAR AS dry_run_id, browser_type, location
  FROM (
    SELECT *, CASE WHEN completed IS NULL OR completed > $2::BIGINT THEN 'RUNNING' ELSE state END AS shown_state
    FROM ${TABLE}
    WHERE canary = $1 AND started >= $3::BIGINT AND started <= $4::BIGINT
      AND (started < $4::BIGINT OR id < $5::UUID)
      AND (dry_run_id IS NOT NULL) = $6 AND ($7::UUID IS NULL OR dry_run_id = $7::UUID)
      AND ($8::VARCHAR IS NULL OR browser_type = $8)
  )
  WHERE started >= CASE shown_state WHEN 'PASSED' THEN $9::BIGINT ELSE $10::BIGINT END
  ORDER BY started DESC, id DESC LIMIT $11::BIGINT`;

/** The runs of all canaries in DuckDB. */
export class RunTable {
  private constructor(private readonly database: Database) {}

  static async open(database: Database): Promise<RunTable> {
    await database.run(`CREATE TABLE IF NOT EXISTS ${TABLE} (${COLUMNS})`);
    return new RunTable(database);
  }

  async select(selection: RunSelection): Promise<CanaryRun[]> {
    const { after, kind, dryRunId = null, browserType = null } = selection;
    const rows = await this.database.rows(SELECT, [
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
    return rows.map(toRun);
  }

  /** Keeps a run that has just begun. */
  async begin(run: CanaryRun): Promise<void> {
    await this.database.run(
      `INSERT INTO ${TABLE} (id, canary, started, scheduled_run_id, metric_timestamp) VALUES ($1, $2, $3, $4, $5)`,
      [run.id, run.name, run.started, run.scheduledRunId ?? null, run.metricTimestamp ?? null],
    );
  }

  /** Keeps how a begun run ended, and forgets its canary's runs that started before `since`. */
  async finish(run: CanaryRun, since: number): Promise<void> {
    await this.database.transaction(async (connection) => {
      await connection.run(
        `UPDATE ${TABLE} SET completed = $2, state = $3, state_reason = $4, state_reason_code = $5, test_result = $6
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
      await RunTable.forget(connection, run.name, since);
    });
  }

  async drop(id: string): Promise<void> {
    await this.database.run(`DELETE FROM ${TABLE} WHERE id = $1::UUID`, [id]);
  }

  /** Drops what never finished: only the process that holds the file runs canaries, so nobody will end these. */
  async dropUnfinished(): Promise<void> {
    await this.database.run(`DELETE FROM ${TABLE} WHERE completed IS NULL`);
  }

  static async append(connection: DuckDBConnection, runs: readonly CanaryRun[]): Promise<void> {
    const appender = await connection.createAppender(TABLE);
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

  static async forget(connection: DuckDBConnection, canary: string, since: number): Promise<void> {
    await connection.run(`DELETE FROM ${TABLE} WHERE canary = $1 AND started < $2::BIGINT`, [canary, since]);
  }
}

const maybeText = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined);
const maybeNumber = z
  .number()
  .nullable()
  .transform((value) => value ?? undefined);

const rowSchema = z.object({
  id: z.string(),
  canary: z.string(),
  started: z.number(),
  completed: maybeNumber,
  state: z.enum(['RUNNING', 'PASSED', 'FAILED']),
  state_reason: maybeText,
  state_reason_code: maybeText,
  test_result: maybeText,
  scheduled_run_id: maybeText,
  retry_attempt: maybeNumber,
  metric_timestamp: maybeNumber,
  dry_run_id: maybeText,
  browser_type: maybeText,
  location: maybeText,
});

function toRun(value: unknown): CanaryRun {
  const row = rowSchema.parse(value);
  const outcome =
    row.state === 'RUNNING'
      ? {}
      : {
          completed: row.completed,
          stateReason: row.state_reason,
          stateReasonCode: row.state_reason_code,
          testResult: row.test_result,
        };
  return {
    id: row.id,
    name: row.canary,
    state: row.state,
    started: row.started,
    ...outcome,
    scheduledRunId: row.scheduled_run_id,
    retryAttempt: row.retry_attempt,
    metricTimestamp: row.metric_timestamp,
    dryRunId: row.dry_run_id,
    browserType: row.browser_type,
    location: row.location,
  };
}
