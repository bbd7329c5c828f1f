import type { Span } from '@/lib/time/range';
import { type Budget, budgetName } from './budget';

/** The budget whose burn-down a link asks for, or why there is none to show. */
type OpenBudget = { budget?: Budget; why?: string };

/** What a burn-down is drawn from: the costs of a known queue since a start in the past. Undefined where one of them is missing. */
export function burnDownSource(
  { queueId, details }: Budget,
  now: number,
): { queueId: string; schedule: Span } | undefined {
  const schedule = details?.schedule;
  return queueId !== undefined && schedule && schedule.from < now ? { queueId, schedule } : undefined;
}

/** Finds the budget whose burn-down a link asks for. */
export function openBudget(budgets: readonly Budget[], openId: string | null, asOf: number): OpenBudget {
  if (openId === null) return {};
  const budget = budgets.find(({ budgetId }) => budgetId === openId);
  if (!budget) return { why: 'The budget of this link isn’t in the list.' };
  if (burnDownSource(budget, asOf)) return { budget };
  return { why: `${budgetName(budget)} has no burn-down: ${missingText(budget)}.` };
}

/** Why a budget has no burn-down. */
export function missingText({ queueId, details }: Budget): string {
  if (queueId === undefined) return 'what it covers is unknown here';
  return details?.schedule ? 'it has not started' : 'its schedule is unknown';
}
