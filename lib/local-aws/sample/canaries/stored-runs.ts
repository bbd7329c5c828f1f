import { DAY } from '@/lib/time/duration';
import type { Database } from '../../store/database';
import { maxRetentionMs } from '../../synthetics/canary-definition';
import { type RunFilter, RunTable } from '../../synthetics/store/run-table';
import { hasDryRun } from './dry-runs';
import { runsOfDay } from './runs-of-day';
import type { SampleCanary } from './sample-canary';

/** Raise it when the generator changes, so that no store mixes the runs of two versions. */
const GENERATOR = 1;

/** Stores the sample canaries' runs, one UTC day of one canary at a time, when the day is first read. */
export class StoredRuns {
  readonly #canaries: ReadonlyMap<string, SampleCanary>;
  /** The stored days as `canary/day`. */
  readonly #storedDays = new Set<string>();

  private constructor(
    private readonly database: Database,
    canaries: readonly SampleCanary[],
  ) {
    this.#canaries = new Map(canaries.map((sample) => [sample.canary.name, sample]));
  }

  /** Deletes days that are past the retention at `now`, and all days that another generator stored. */
  static async open(database: Database, canaries: readonly SampleCanary[], now: number): Promise<StoredRuns> {
    const runs = new StoredRuns(database, canaries);
    await database.transaction(async (connection) => {
      await connection.run(`CREATE TABLE IF NOT EXISTS made_canary_day (
        canary VARCHAR, day INTEGER, generator INTEGER NOT NULL, PRIMARY KEY (canary, day))`);
      const found = await connection.runAndReadAll(
        'SELECT count(*)::INTEGER FROM made_canary_day WHERE generator = $1',
        [GENERATOR],
      );
      const isOutdated = found.value(0, 0) === 0;
      for (const { canary } of canaries) {
        const oldest = Math.floor((now - maxRetentionMs(canary)) / DAY);
        const since = isOutdated ? Number.MAX_SAFE_INTEGER : oldest * DAY;
        await RunTable.deleteBefore(connection, canary.name, since);
        await connection.run('DELETE FROM made_canary_day WHERE canary = $1 AND (day < $2 OR $3)', [
          canary.name,
          oldest,
          isOutdated,
        ]);
      }
    });
    for (const { canary, day } of await database.rows('SELECT canary, day FROM made_canary_day')) {
      runs.#storedDays.add(`${canary}/${day}`);
    }
    return runs;
  }

  /** Stores the missing UTC days from `firstDay` to `lastDay` (since 1970) in one transaction. */
  async load(name: string, kind: RunFilter['kind'], firstDay: number, lastDay: number): Promise<void> {
    const sample = this.#canaries.get(name);
    if (!sample) return;
    const missingDays = () => {
      const days: number[] = [];
      for (let day = firstDay; day <= lastDay; day++) {
        const hasRuns = kind === 'canary' || hasDryRun(sample, day);
        if (hasRuns && !this.#storedDays.has(`${name}/${day}`)) days.push(day);
      }
      return days;
    };
    if (missingDays().length === 0) return;

    const days = await this.database.transaction(async (connection) => {
      const days = missingDays();
      await RunTable.append(
        connection,
        days.flatMap((day) => runsOfDay(sample, day)),
      );
      for (const day of days) {
        await connection.run('INSERT INTO made_canary_day VALUES ($1, $2, $3)', [name, day, GENERATOR]);
      }
      return days;
    });
    for (const day of days) this.#storedDays.add(`${name}/${day}`);
  }
}
