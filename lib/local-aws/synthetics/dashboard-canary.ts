import { z } from 'zod';
import { sampleId } from '../sample/canaries/ids';
import type { Database } from '../store/database';
import type { CanaryDefinition } from './canary-definition';

/** What the real canary is; its runner keeps to it. */
export const DASHBOARD_CANARY = {
  name: 'triptych-dashboard',
  schedule: 'rate(1 minute)',
  intervalMs: 60_000,
  timeoutSeconds: 60,
  retentionDays: 31,
};

const lifeSchema = z.object({
  created: z.number(),
  last_started: z.number(),
  last_stopped: z.number().nullable(),
});

type Life = { created: number; lastStarted: number; lastStopped?: number };

/** When the dashboard was first watched, and last. The canary is there once it was watched. */
export class DashboardCanary {
  #life: Life | undefined;
  #running = false;

  private constructor(private readonly database: Database) {}

  static async open(database: Database): Promise<DashboardCanary> {
    await database.run(`CREATE TABLE IF NOT EXISTS canary_lives (
      canary VARCHAR PRIMARY KEY, created BIGINT NOT NULL, last_started BIGINT NOT NULL, last_stopped BIGINT)`);
    const [row] = await database.rows(
      `SELECT created::DOUBLE AS created, last_started::DOUBLE AS last_started, last_stopped::DOUBLE AS last_stopped
       FROM canary_lives WHERE canary = $1`,
      [DASHBOARD_CANARY.name],
    );
    const canary = new DashboardCanary(database);
    if (row) {
      const life = lifeSchema.parse(row);
      canary.#life = {
        created: life.created,
        lastStarted: life.last_started,
        lastStopped: life.last_stopped ?? undefined,
      };
    }
    return canary;
  }

  get definition(): CanaryDefinition | undefined {
    const life = this.#life;
    if (!life) return undefined;
    const { name, schedule, timeoutSeconds, retentionDays } = DASHBOARD_CANARY;
    return {
      id: sampleId('canary', name),
      name,
      schedule,
      timeoutSeconds,
      maxRetries: 0,
      successRetentionDays: retentionDays,
      failureRetentionDays: retentionDays,
      runtimeVersion: 'local-aws-fetch-1.0',
      handler: 'dashboard-pages.handler',
      tags: {},
      created: life.created,
      activity: () => ({
        state: this.#running ? 'RUNNING' : 'STOPPED',
        lastStarted: life.lastStarted,
        lastStopped: life.lastStopped,
      }),
    };
  }

  async started(now: number): Promise<void> {
    await this.#keep({ ...this.#life, created: this.#life?.created ?? now, lastStarted: now });
    this.#running = true;
  }

  async stopped(now: number): Promise<void> {
    this.#running = false;
    if (this.#life) await this.#keep({ ...this.#life, lastStopped: now });
  }

  async #keep(life: Life): Promise<void> {
    await this.database.run('INSERT OR REPLACE INTO canary_lives VALUES ($1, $2, $3, $4)', [
      DASHBOARD_CANARY.name,
      life.created,
      life.lastStarted,
      life.lastStopped ?? null,
    ]);
    this.#life = life;
  }
}
