import { z } from 'zod';
import { DAY } from '@/lib/time/duration';
import type { Database } from '../../store/database';
import type { CanaryActivity, CanaryDefinition } from '../../synthetics/canary-definition';
import { conflict } from '../../synthetics/errors';
import { PAUSES } from '../../synthetics/store/run-table';

/** No sample canary keeps its runs longer. */
const KEPT_MS = 40 * DAY;
const MOST_OF_ONE = 1000;

type Pause = { stopped: number; restarted?: number };

const rowSchema = z.object({
  canary: z.string(),
  stopped: z.number(),
  restarted: z
    .number()
    .nullable()
    .transform((value) => value ?? undefined),
});

/** When sample canaries were stopped and started: they show no runs from a stop to the next start. */
export class SamplePauses {
  /** By canary, oldest first. */
  readonly #pauses = new Map<string, Pause[]>();

  private constructor(private readonly database: Database) {}

  static async open(database: Database, now: number): Promise<SamplePauses> {
    await database.run(`DELETE FROM ${PAUSES} WHERE restarted < $1::BIGINT`, [now - KEPT_MS]);
    const pauses = new SamplePauses(database);
    const rows =
      await database.rows(`SELECT canary, stopped::DOUBLE AS stopped, restarted::DOUBLE AS restarted
      FROM ${PAUSES} ORDER BY stopped`);
    for (const row of rows) {
      const { canary, ...pause } = rowSchema.parse(row);
      pauses.#of(canary).push(pause);
    }
    return pauses;
  }

  /** A sample canary with what was done to it. */
  apply(canary: CanaryDefinition): CanaryDefinition {
    return { ...canary, activity: (now) => this.#activity(canary, now) };
  }

  /**
   * Shows runs again from now on. One that runs already, or that the sample itself has stopped for a while, is a
   * ConflictException [?].
   */
  async start(canary: CanaryDefinition, now: number): Promise<void> {
    if (canary.activity(now).state === 'STOPPED')
      throw conflict(`${canary.name} is sample data, and the sample has it stopped at this time.`);
    const pause = this.#open(canary.name);
    if (!pause) throw conflict(`${canary.name} is running already.`);
    await this.database.run(`UPDATE ${PAUSES} SET restarted = $2 WHERE canary = $1 AND restarted IS NULL`, [
      canary.name,
      now,
    ]);
    pause.restarted = now;
  }

  /** Shows no runs from now on, nor the one that goes on. One that is stopped already is a ConflictException [?]. */
  async stop(canary: CanaryDefinition, now: number): Promise<void> {
    if (this.#activity(canary, now).state === 'STOPPED') throw conflict(`${canary.name} is stopped already.`);
    const pauses = this.#of(canary.name);
    if (pauses.length >= MOST_OF_ONE)
      throw conflict(`${canary.name} is sample data, and was stopped ${MOST_OF_ONE} times.`);
    const pause: Pause = { stopped: now };
    pauses.push(pause);
    try {
      await this.database.run(`INSERT INTO ${PAUSES} VALUES ($1, $2, NULL)`, [canary.name, now]);
    } catch (error) {
      pauses.splice(pauses.indexOf(pause), 1);
      throw error;
    }
  }

  #activity(canary: CanaryDefinition, now: number): CanaryActivity {
    const { state, lastStarted, lastStopped = 0 } = canary.activity(now);
    const last = this.#of(canary.name).at(-1);
    if (!last) return canary.activity(now);
    return {
      state: last.restarted === undefined ? 'STOPPED' : state,
      lastStarted: Math.max(lastStarted, last.restarted ?? 0),
      lastStopped: Math.max(lastStopped, last.stopped),
    };
  }

  #open(name: string): Pause | undefined {
    const last = this.#of(name).at(-1);
    return last && last.restarted === undefined ? last : undefined;
  }

  #of(name: string): Pause[] {
    const pauses = this.#pauses.get(name) ?? [];
    this.#pauses.set(name, pauses);
    return pauses;
  }
}
