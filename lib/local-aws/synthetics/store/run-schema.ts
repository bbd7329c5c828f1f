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

const SHOWN_COLUMNS = `id::VARCHAR AS id, canary, started::DOUBLE AS started, completed::DOUBLE AS completed,
    shown_state AS state, state_reason, state_reason_code, test_result, scheduled_run_id::VARCHAR AS scheduled_run_id,
    retry_attempt, metric_timestamp::DOUBLE AS metric_timestamp, dry_run_id::VARCHAR AS dry_run_id, browser_type, location`;

/** A run that ends after an instant is RUNNING then. */
const shownState = (now: string) =>
  `CASE WHEN completed IS NULL OR completed > ${now}::BIGINT THEN 'RUNNING' ELSE state END AS shown_state`;

/** A run in progress when its canary is stopped is hidden. */
const IS_HIDDEN = `run.dry_run_id IS NULL AND run.completed > pause.stopped
      AND run.started < coalesce(pause.restarted, 9223372036854775807)`;

// The bounds on `started` let DuckDB skip whole row groups.
export const SELECT_RUNS = `
  SELECT ${SHOWN_COLUMNS}
  FROM (
    SELECT *, ${shownState('$2')}
    FROM ${RUNS} AS run
    ANTI JOIN (FROM ${PAUSES} WHERE canary = $1) AS pause ON ${IS_HIDDEN}
    WHERE run.canary = $1 AND started >= $3::BIGINT AND started <= $4::BIGINT
      AND (started < $4::BIGINT OR id < $5::UUID)
      AND (dry_run_id IS NOT NULL) = $6 AND ($7::UUID IS NULL OR dry_run_id = $7::UUID)
      AND ($8::VARCHAR IS NULL OR browser_type = $8)
  )
  WHERE started >= CASE shown_state WHEN 'PASSED' THEN $9::BIGINT ELSE $10::BIGINT END
  ORDER BY started DESC, id DESC LIMIT $11::BIGINT`;

// $1 to $3 are lists: a canary's name, and from when on its passed and failed runs are kept.
export const SELECT_LAST_RUNS = `
  SELECT ${SHOWN_COLUMNS}
  FROM (
    SELECT *, ${shownState('$4')}
    FROM ${RUNS} AS run
    JOIN (
      SELECT unnest(string_split($1, ' ')) AS canary, unnest(string_split($2, ' '))::BIGINT AS passed_since,
        unnest(string_split($3, ' '))::BIGINT AS failed_since
    ) AS wanted USING (canary)
    ANTI JOIN ${PAUSES} AS pause ON run.canary = pause.canary AND ${IS_HIDDEN}
    WHERE started >= $5::BIGINT AND started <= $6::BIGINT AND dry_run_id IS NULL
      AND ($7::VARCHAR IS NULL OR browser_type = $7)
  ) AS run
  WHERE started >= CASE shown_state WHEN 'PASSED' THEN passed_since ELSE failed_since END
  QUALIFY row_number() OVER (PARTITION BY canary ORDER BY run.started DESC, run.id DESC) = 1
  ORDER BY run.started DESC, run.id DESC`;

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
