import { z } from 'zod';
import type { Database } from '../../store/database';

/** The stored state of a canary that really runs. Instants are epoch milliseconds. */
export type SavedCanary = {
  /** Its last valid entry in canaries.json; null for the dashboard's canary. */
  entry: unknown;
  /** Whether the file still has it. A canary that was removed is remembered while it has runs. */
  listed: boolean;
  created: number;
  modified: number;
  /** Whether it runs on its schedule, until it is stopped. */
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

/** The canaries' stored states by name, in DuckDB. */
export class SavedCanaries {
  private constructor(private readonly database: Database) {}

  /** Migrates what an older release stored about the dashboard's canary. */
  static async open(database: Database): Promise<SavedCanaries> {
    await database.run(`CREATE TABLE IF NOT EXISTS canary_lives (
      canary VARCHAR PRIMARY KEY, created BIGINT NOT NULL, last_started BIGINT NOT NULL, last_stopped BIGINT)`);
    await database.run(`CREATE TABLE IF NOT EXISTS real_canaries (
      canary VARCHAR PRIMARY KEY, entry VARCHAR NOT NULL, listed BOOLEAN NOT NULL, created BIGINT NOT NULL,
      modified BIGINT NOT NULL, running BOOLEAN NOT NULL, last_started BIGINT NOT NULL, last_stopped BIGINT)`);
    await database.run(`INSERT INTO real_canaries
      SELECT canary, 'null', true, created, created, true, last_started, last_stopped FROM canary_lives
      WHERE canary NOT IN (SELECT canary FROM real_canaries)`);
    return new SavedCanaries(database);
  }

  async all(): Promise<Map<string, SavedCanary>> {
    const rows = await this.database.rows(`SELECT canary, entry, listed, created::DOUBLE AS created,
      modified::DOUBLE AS modified, running, last_started::DOUBLE AS last_started,
      last_stopped::DOUBLE AS last_stopped FROM real_canaries`);
    return new Map(
      rows.map((row) => {
        const { canary, last_started, last_stopped, ...rest } = rowSchema.parse(row);
        return [canary, { ...rest, lastStarted: last_started, lastStopped: last_stopped }];
      }),
    );
  }

  async save(name: string, canary: SavedCanary): Promise<void> {
    await this.database.run('INSERT OR REPLACE INTO real_canaries VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
      name,
      JSON.stringify(canary.entry),
      canary.listed,
      canary.created,
      canary.modified,
      canary.running,
      canary.lastStarted,
      canary.lastStopped ?? null,
    ]);
  }

  async delete(name: string): Promise<void> {
    await this.database.run('DELETE FROM real_canaries WHERE canary = $1', [name]);
  }
}
