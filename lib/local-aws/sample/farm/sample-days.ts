import { DAY } from '@/lib/time/duration';
import { appendSessionRecords } from '../../deadline/statistics/session-records';
import { sessionKeys } from '../../deadline/statistics/session-texts';
import type { Database } from '../../store/database';
import { SAMPLE_VERSION, type SampleFarm } from './sample-farms';
import { sampleDay } from './session-day';

/** Stores the sample farms' session records in the database, one UTC day at a time, when the day is first read. */
export class SampleDays {
  private constructor(readonly database: Database) {}

  /** Deletes what another version of the generator stored; it is generated again when read. */
  static async open(database: Database): Promise<SampleDays> {
    await database.transaction(async (connection) => {
      await connection.run(
        `CREATE TABLE IF NOT EXISTS sample_day (
          farm_id VARCHAR NOT NULL,
          day INTEGER NOT NULL,
          version INTEGER NOT NULL,
          PRIMARY KEY (farm_id, day)
        )`,
      );
      const stale = await connection.runAndReadAll(
        'SELECT DISTINCT farm_id FROM sample_day WHERE version <> $1',
        [SAMPLE_VERSION],
      );
      for (const [farmId] of stale.getRows()) {
        await connection.run('DELETE FROM sample_day WHERE farm_id = $1', [String(farmId)]);
        const keys = await sessionKeys(connection, [{ column: 'farm_id', text: String(farmId) }]);
        for (const key of keys.values()) {
          await connection.run('DELETE FROM session WHERE farm_key = $1', [key]);
        }
      }
    });
    return new SampleDays(database);
  }

  /** Stores the days of a span (epoch milliseconds, end exclusive) that aren't stored yet. */
  async load(sample: SampleFarm, from: number, to: number, signal?: AbortSignal): Promise<void> {
    const { farmId } = sample.farm;
    const stored = await this.#stored(farmId);
    for (let day = Math.floor(from / DAY); day * DAY < to; day++) {
      signal?.throwIfAborted();
      if (stored.has(day)) continue;
      await this.database.transaction(async (connection) => {
        const inserted = await connection.runAndReadAll(
          'INSERT INTO sample_day VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING day',
          [farmId, day, SAMPLE_VERSION],
        );
        if (inserted.currentRowCount > 0) await appendSessionRecords(connection, sampleDay(sample, day));
      });
    }
  }

  async #stored(farmId: string): Promise<Set<number>> {
    const rows = await this.database.rows('SELECT day FROM sample_day WHERE farm_id = $1', [farmId]);
    return new Set(rows.map(({ day }) => Number(day)));
  }
}
