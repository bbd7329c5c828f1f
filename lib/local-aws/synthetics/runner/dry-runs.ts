import { z } from 'zod';
import type { Database } from '../../store/database';
import type { DryRun, RetainedSince } from '../canary-definition';

const rowSchema = z.object({ id: z.string(), state: z.string() });

/** The started dry runs, in DuckDB. A dry run that timed out is FAILED [?]. */
export class DryRuns {
  private constructor(
    private readonly database: Database,
    /** Canaries that have or had dry runs: of the others nothing needs to be selected. */
    private readonly canaries: Set<string>,
  ) {}

  /** Marks dry runs FAILED that were running when the last process ended. */
  static async open(database: Database): Promise<DryRuns> {
    await database.run(`CREATE TABLE IF NOT EXISTS canary_dry_runs (
      id UUID NOT NULL, canary VARCHAR NOT NULL, started BIGINT NOT NULL, state VARCHAR NOT NULL)`);
    await database.run("UPDATE canary_dry_runs SET state = 'FAILED' WHERE state = 'RUNNING'");
    const rows = await database.rows('SELECT DISTINCT canary FROM canary_dry_runs');
    return new DryRuns(database, new Set(rows.map(({ canary }) => String(canary))));
  }

  async begin(id: string, canary: string, started: number): Promise<void> {
    this.canaries.add(canary);
    await this.database.run("INSERT INTO canary_dry_runs VALUES ($1, $2, $3, 'RUNNING')", [
      id,
      canary,
      started,
    ]);
  }

  async end(id: string, state: 'PASSED' | 'FAILED'): Promise<void> {
    await this.database.run('UPDATE canary_dry_runs SET state = $2 WHERE id = $1::UUID', [id, state]);
  }

  /** A canary's newest dry run that hasn't expired, or the requested one. */
  async find(
    canary: string,
    retained: RetainedSince,
    dryRunId: string | undefined,
  ): Promise<DryRun | undefined> {
    if (!this.canaries.has(canary)) return undefined;
    const [row] = await this.database.rows(
      `SELECT id::VARCHAR AS id, state FROM canary_dry_runs
       WHERE canary = $1 AND started >= CASE state WHEN 'PASSED' THEN $2::BIGINT ELSE $3::BIGINT END
         AND ($4::UUID IS NULL OR id = $4::UUID)
       ORDER BY started DESC, id DESC LIMIT 1`,
      [canary, retained.passedSince, retained.failedSince, dryRunId ?? null],
    );
    if (!row) return undefined;
    const { id, state } = rowSchema.parse(row);
    return { dryRunId: id, state };
  }

  async deleteExpired(canary: string, { passedSince, failedSince }: RetainedSince): Promise<void> {
    await this.database.run(
      `DELETE FROM canary_dry_runs WHERE canary = $1 AND state <> 'RUNNING'
         AND started < CASE state WHEN 'PASSED' THEN $2::BIGINT ELSE $3::BIGINT END`,
      [canary, passedSince, failedSince],
    );
  }
}
