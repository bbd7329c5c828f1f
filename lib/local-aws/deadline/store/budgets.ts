import type { Database } from '../../store/database';
import type { Budget, BudgetUsage } from '../budget';
import { withTexts } from '../statistics/session-texts';
import type { FarmSource } from './farm-source';

/** How much of each budget is used. */
export class Budgets {
  constructor(private readonly database: Database) {}

  /** Adds the cost, to the cent, of the sessions that started in a budget's span and ended by `now`. */
  async withUsage(source: FarmSource, budgets: readonly Budget[], now: number): Promise<BudgetUsage[]> {
    const costsByStart = new Map<number, Map<string, number>>();
    const withUsage: BudgetUsage[] = [];
    for (const budget of budgets) {
      const costs = costsByStart.get(budget.from) ?? (await this.#costsByQueue(source, budget, now));
      costsByStart.set(budget.from, costs);
      const usd = (costs.get(budget.queueId) ?? 0) * source.farm.costScaleFactor;
      withUsage.push({ ...budget, usedUsd: Math.round(usd * 100) / 100 });
    }
    return withUsage;
  }

  async #costsByQueue(source: FarmSource, { from, to }: Budget, now: number): Promise<Map<string, number>> {
    const start = Math.max(from, source.historyStart(now));
    await source.loadSessions(start, Math.min(to, now));
    const rows = await this.database.rows(
      `SELECT queue_id, sum(cost_micro_usd)::DOUBLE / 1e6 AS usd
       FROM ${withTexts('session', ['farm_id', 'queue_id'])}
       WHERE farm_id = $1 AND started_at >= $2::BIGINT AND started_at < $3::BIGINT AND ended_at <= $4::BIGINT
       GROUP BY queue_id`,
      [source.farm.farmId, start, to, now],
    );
    return new Map(rows.map(({ queue_id, usd }) => [String(queue_id), Number(usd)]));
  }
}
