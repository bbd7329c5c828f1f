import { sampleBudgets } from '../../sample/farm/sample-budgets';
import type { SampleDays } from '../../sample/farm/sample-days';
import { sampleFarm } from '../../sample/farm/sample-farms';
import type { Database } from '../../store/database';
import type { Budget } from '../budget';
import { withTexts } from '../statistics/session-texts';

export type UsedBudget = Budget & { usedUsd: number };

/** The budgets of the farms' queues. Imported farms have none: a file of sessions names none. */
export class Budgets {
  constructor(
    private readonly database: Database,
    private readonly sampleDays: SampleDays,
  ) {}

  /** By queue, the newest first, as they stand at `now`. */
  of(farmId: string, now: number): readonly Budget[] {
    const sample = sampleFarm(farmId);
    return sample ? sampleBudgets(sample, now) : [];
  }

  /** With what the sessions cost that started within their spans and had ended by `now`, to the cent. */
  async used(
    farmId: string,
    budgets: readonly Budget[],
    costScaleFactor: number,
    now: number,
  ): Promise<UsedBudget[]> {
    const spans = new Map<number, Map<string, number>>();
    const used: UsedBudget[] = [];
    for (const budget of budgets) {
      const costs = spans.get(budget.from) ?? (await this.#costs(farmId, budget, now));
      spans.set(budget.from, costs);
      const usd = (costs.get(budget.queueId) ?? 0) * costScaleFactor;
      used.push({ ...budget, usedUsd: Math.round(usd * 100) / 100 });
    }
    return used;
  }

  /** By queue, in a budget's month. */
  async #costs(farmId: string, { from, to }: Budget, now: number): Promise<Map<string, number>> {
    const start = Math.max(from, this.sampleDays.oldest(farmId, now));
    await this.sampleDays.make(farmId, start, Math.min(to, now));
    const rows = await this.database.rows(
      `SELECT queue_id, sum(cost_micro_usd)::DOUBLE / 1e6 AS usd
       FROM ${withTexts('session', ['farm_id', 'queue_id'])}
       WHERE farm_id = $1 AND started_at >= $2::BIGINT AND started_at < $3::BIGINT AND ended_at <= $4::BIGINT
       GROUP BY queue_id`,
      [farmId, start, to, now],
    );
    return new Map(rows.map(({ queue_id, usd }) => [String(queue_id), Number(usd)]));
  }
}
