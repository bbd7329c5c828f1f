import type { Database } from '../../store/database';

export const RUNS = 'canary_runs';

/** Locations of runs' artifacts, in a separate table because sample runs and those of older releases have none. */
export const ARTIFACTS = 'canary_artifacts';
const ARTIFACT_COLUMNS =
  'id UUID NOT NULL, canary VARCHAR NOT NULL, started BIGINT NOT NULL, location VARCHAR NOT NULL';

/** Spans in which a sample canary was stopped and its runs are hidden. */
export const PAUSES = 'canary_pauses';
const PAUSE_COLUMNS = 'canary VARCHAR NOT NULL, stopped BIGINT NOT NULL, restarted BIGINT';

const RUN_COLUMNS = `
  id UUID PRIMARY KEY, canary VARCHAR NOT NULL, started BIGINT NOT NULL, completed BIGINT, state VARCHAR,
  state_reason VARCHAR, state_reason_code VARCHAR, test_result VARCHAR, scheduled_run_id UUID,
  retry_attempt INTEGER, metric_timestamp BIGINT, dry_run_id UUID, browser_type VARCHAR, location VARCHAR`;

// The bounds on `started` let DuckDB skip whole row groups. A run that ends after `now` is RUNNING. A run in progress when
// its canary is stopped is hidden.
export const SELECT_RUNS = `
  SELECT id::VARCHAR AS id, canary, started::DOUBLE AS started, completed::DOUBLE AS completed, shown_state AS state,
    state_reason, state_reason_code, test_result, scheduled_run_id::VARCHAR AS scheduled_run_id, retry_attempt,
    metric_timestamp::DOUBLE AS metric_timestamp, dry_run_id::VARCHAR AS dry_run_id, browser_type, location
  FROM (
    SELECT *, CASE WHEN completed IS NULL OR completed > $2::BIGINT THEN 'RUNNING' ELSE state END AS shown_state
    FROM ${RUNS} AS run
    ANTI JOIN (FROM ${PAUSES} WHERE canary = $1) AS pause
      ON run.dry_run_id IS NULL AND run.completed > pause.stopped
      AND run.started < coalesce(pause.restarted, 9223372036854775807)
    WHERE run.canary = $1 AND started >= $3::BIGINT AND started <= $4::BIGINT
      AND (started < $4::BIGINT OR id < $5::UUID)
      AND (dry_run_id IS NOT NULL) = $6 AND ($7::UUID IS NULL OR dry_run_id = $7::UUID)
      AND ($8::VARCHAR IS NULL OR browser_type = $8)
  )
  WHERE started >= CASE shown_state WHEN 'PASSED' THEN $9::BIGINT ELSE $10::BIGINT END
  ORDER BY started DESC, id DESC LIMIT $11::BIGINT`;

/** Creates the tables of runs, of their artifacts and of the sample canaries' pauses. */
export async function createRunTables(database: Database): Promise<void> {
  for (const [table, columns] of [
    [RUNS, RUN_COLUMNS],
    [ARTIFACTS, ARTIFACT_COLUMNS],
    [PAUSES, PAUSE_COLUMNS],
  ]) {
    await database.run(`CREATE TABLE IF NOT EXISTS ${table} (${columns})`);
  }
}
