import { DAY } from '@/lib/time/duration';
import type { Database } from '../../store/database';
import { longestRetentionMs } from '../../synthetics/canary-definition';
import { type RunFilter, RunTable } from '../../synthetics/store/run-table';
import type { SampleCanary } from './canaries';
import { hasDryRun } from './dry-runs';
import { runsOfDay } from './runs-of-day';

/** Raise it when the generator changes, so that no store mixes the runs of two. */
const GENERATOR = 1;

/** Puts sample canaries' runs into the store, one UTC day of one canary at a time, when it is first read. */
export class SampleRuns {
  readonly #canaries: ReadonlyMap<string, SampleCanary>;
  /** Made days by `canary/day`, as in the table of them. */
  readonly #made = new Set<string>();

  private constructor(
    private readonly database: Database,
    canaries: readonly SampleCanary[],
  ) {
    this.#canaries = new Map(canaries.map((sample) => [sample.canary.name, sample]));
  }

  /** Opens the made days; forgets those that no retention reaches at `now`, and all that another generator made. */
  static async open(database: Database, canaries: readonly SampleCanary[], now: number): Promise<SampleRuns> {
    const sample = new SampleRuns(database, canaries);
    await database.transaction(async (connection) => {
      await connection.run(`CREATE TABLE IF NOT EXISTS made_canary_day (
        canary VARCHAR, day INTEGER, generator INTEGER NOT NULL, PRIMARY KEY (canary, day))`);
      const found = await connection.runAndReadAll(
        'SELECT count(*)::INTEGER FROM made_canary_day WHERE generator = $1',
        [GENERATOR],
      );
      const outdated = found.value(0, 0) === 0;
      for (const { canary } of canaries) {
        const oldest = Math.floor((now - longestRetentionMs(canary)) / DAY);
        const since = outdated ? Number.MAX_SAFE_INTEGER : oldest * DAY;
        await RunTable.forget(connection, canary.name, since);
        await connection.run('DELETE FROM made_canary_day WHERE canary = $1 AND (day < $2 OR $3)', [
          canary.name,
          oldest,
          outdated,
        ]);
      }
    });
    for (const { canary, day } of await database.rows('SELECT canary, day FROM made_canary_day')) {
      sample.#made.add(`${canary}/${day}`);
    }
    return sample;
  }

  /** Makes what is missing of the UTC days `first` to `last` (days since 1970), all of it in one transaction. */
  async make(name: string, { kind }: RunFilter, first: number, last: number): Promise<void> {
    const sample = this.#canaries.get(name);
    if (!sample) return;
    const missing = () => {
      const days: number[] = [];
      for (let day = first; day <= last; day++) {
        const wanted = kind === 'canary' || hasDryRun(sample, day);
        if (wanted && !this.#made.has(`${name}/${day}`)) days.push(day);
      }
      return days;
    };
    if (missing().length === 0) return;

    const days = await this.database.transaction(async (connection) => {
      const days = missing();
      await RunTable.append(
        connection,
        days.flatMap((day) => runsOfDay(sample, day)),
      );
      for (const day of days) {
        await connection.run('INSERT INTO made_canary_day VALUES ($1, $2, $3)', [name, day, GENERATOR]);
      }
      return days;
    });
    for (const day of days) this.#made.add(`${name}/${day}`);
  }
}
