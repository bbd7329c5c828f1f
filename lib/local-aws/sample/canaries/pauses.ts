import { z } from 'zod';
import { DAY } from '@/lib/time/duration';
import type { Database } from '../../store/database';
import type { CanaryActivity, CanaryDefinition } from '../../synthetics/canary-definition';
import { conflict } from '../../synthetics/errors';
import { PAUSES } from '../../synthetics/store/run-schema';

/** Longer than the retention of any sample canary. */
const RETENTION_MS = 40 * DAY;
const MAX_PAUSES = 1000;

type Pause = { stopped: number; restarted?: number };

const rowSchema = z.object({
  canary: z.string(),
  stopped: z.number(),
  restarted: z
    .number()
    .nullable()
    .transform((value) => value ?? undefined),
});

/** When sample canaries were stopped and started. Their runs between a stop and the next start are hidden. */
export class Pauses {
  /** By canary, oldest first. */
  readonly #pauses = new Map<string, Pause[]>();

  private constructor(private readonly database: Database) {}

  static async open(database: Database, now: number): Promise<Pauses> {
    await database.run(`DELETE FROM ${PAUSES} WHERE restarted < $1::BIGINT`, [now - RETENTION_MS]);
    const pauses = new Pauses(database);
    const rows =
      await database.rows(`SELECT canary, stopped::DOUBLE AS stopped, restarted::DOUBLE AS restarted
      FROM ${PAUSES} ORDER BY stopped`);
    for (const row of rows) {
      const { canary, ...pause } = rowSchema.parse(row);
      pauses.#of(canary).push(pause);
    }
    return pauses;
  }

  /** The canary with its state after these stops and starts. */
  apply(canary: CanaryDefinition): CanaryDefinition {
    return { ...canary, activity: (now) => this.#activity(canary, now) };
  }

  /** Shows runs from now on. A canary that is running, or that its schedule of pauses has stopped, is a ConflictException [?]. */
  async start(canary: CanaryDefinition, now: number): Promise<void> {
    if (canary.activity(now).state === 'STOPPED')
      throw conflict(`${canary.name} is sample data that is always stopped at this time.`);
    const pause = this.#openPause(canary.name);
    if (!pause) throw conflict(`${canary.name} is already running.`);
    await this.database.run(`UPDATE ${PAUSES} SET restarted = $2 WHERE canary = $1 AND restarted IS NULL`, [
      canary.name,
      now,
    ]);
    pause.restarted = now;
  }

  /** Hides runs from now on, including a running one. A canary that is already stopped is a ConflictException [?]. */
  async stop(canary: CanaryDefinition, now: number): Promise<void> {
    if (this.#activity(canary, now).state === 'STOPPED') throw conflict(`${canary.name} is already stopped.`);
    const pauses = this.#of(canary.name);
    if (pauses.length >= MAX_PAUSES)
      throw conflict(`${canary.name} is sample data and was already stopped ${MAX_PAUSES} times.`);
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

  #openPause(name: string): Pause | undefined {
    const last = this.#of(name).at(-1);
    return last && last.restarted === undefined ? last : undefined;
  }

  #of(name: string): Pause[] {
    const pauses = this.#pauses.get(name) ?? [];
    this.#pauses.set(name, pauses);
    return pauses;
  }
}
