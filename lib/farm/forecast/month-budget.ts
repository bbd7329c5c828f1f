import { DAY } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { type Budget, isActive } from '../budgets/budget';

/** The budgets of queues for a month. */
export type MonthBudget = {
  /** Of the queues that have one, together. */
  limitUsd: number;
  /** Queues that have one. */
  queueCount: number;
  /** Further active budgets of the queues, whose schedules are unknown. */
  unknownCount: number;
};

/** A schedule may follow another zone than the month. */
const MAX_DIFFERENCE_MS = DAY;

/** The active budgets of queues whose schedule is the month; of two of one queue the lower, which is reached first. */
export function monthBudget(
  budgets: readonly Budget[],
  queueIds: readonly string[],
  month: Span,
): MonthBudget {
  const limits = new Map<string, number>();
  let unknownCount = 0;
  for (const budget of budgets) {
    const { queueId, limitUsd, details } = budget;
    if (!queueId || !queueIds.includes(queueId) || !isActive(budget)) continue;
    if (!details?.schedule) unknownCount += 1;
    if (!details?.schedule || !isAlike(details.schedule, month)) continue;
    limits.set(queueId, Math.min(limits.get(queueId) ?? Number.POSITIVE_INFINITY, limitUsd));
  }
  const limitUsd = [...limits.values()].reduce((sum, limit) => sum + limit, 0);
  return { limitUsd, queueCount: limits.size, unknownCount };
}

const isAlike = (a: Span, b: Span) =>
  Math.abs(a.from - b.from) < MAX_DIFFERENCE_MS && Math.abs(a.to - b.to) < MAX_DIFFERENCE_MS;
