import { z } from 'zod';
import type { Database } from '../../store/database';

/** What is remembered of a canary that really runs. Instants are epoch milliseconds. */
export type Life = {
  /** Its entry in canaries.json as last read well; null for the dashboard's. */
  entry: unknown;
  /** Whether the file has it still. One that it lost is remembered while there are runs. */
  listed: boolean;
  created: number;
  modified: number;
  /** Whether it runs on its schedule until it is stopped. */
  running: boolean;
  lastStarted: number;
  lastStopped?: number;
};

const rowSchema = z.object({
  canary: z.string(),
  entry: z.string().transform((text): unknown => JSON.parse(text)),
  listed: z.boolean(),
  created: z.number(),
  modified: z.number(),
  running: z.boolean(),
  last_started: z.number(),
  last_stopped: z
    .number()
    .nullable()
    .transform((value) => value ?? undefined),
});

/** The lives of the canaries by name, in DuckDB. */
export class CanaryLives {
  private constructor(private readonly database: Database) {}

  /** Takes over what an older release kept of the dashboard's canary. */
  static async open(database: Database): Promise<CanaryLives> {
    await database.run(`CREATE TABLE IF NOT EXISTS canary_lives (
      canary VARCHAR PRIMARY KEY, created BIGINT NOT NULL, last_started BIGINT NOT NULL, last_stopped BIGINT)`);
    await database.run(`CREATE TABLE IF NOT EXISTS real_canaries (
      canary VARCHAR PRIMARY KEY, entry VARCHAR NOT NULL, listed BOOLEAN NOT NULL, created BIGINT NOT NULL,
      modified BIGINT NOT NULL, running BOOLEAN NOT NULL, last_started BIGINT NOT NULL, last_stopped BIGINT)`);
    await database.run(`INSERT INTO real_canaries
      SELECT canary, 'null', true, created, created, true, last_started, last_stopped FROM canary_lives
      WHERE canary NOT IN (SELECT canary FROM real_canaries)`);
    return new CanaryLives(database);
  }

  async all(): Promise<Map<string, Life>> {
    const rows = await this.database.rows(`SELECT canary, entry, listed, created::DOUBLE AS created,
      modified::DOUBLE AS modified, running, last_started::DOUBLE AS last_started,
      last_stopped::DOUBLE AS last_stopped FROM real_canaries`);
    return new Map(
      rows.map((row) => {
        const { canary, last_started, last_stopped, ...life } = rowSchema.parse(row);
        return [canary, { ...life, lastStarted: last_started, lastStopped: last_stopped }];
      }),
    );
  }

  async keep(name: string, life: Life): Promise<void> {
    await this.database.run('INSERT OR REPLACE INTO real_canaries VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
      name,
      JSON.stringify(life.entry),
      life.listed,
      life.created,
      life.modified,
      life.running,
      life.lastStarted,
      life.lastStopped ?? null,
    ]);
  }

  async forget(name: string): Promise<void> {
    await this.database.run('DELETE FROM real_canaries WHERE canary = $1', [name]);
  }
}
