import type { Answer } from '@/lib/answer/answer';
import { CallLimit } from '@/lib/answer/call-limit';
import { counted } from '@/lib/answer/counted';
import { ProblemError } from '@/lib/answer/problem';
import { type Budget, isActive } from '@/lib/farm/budgets/budget';
import { MINUTE, SECOND } from '@/lib/time/duration';
import { mayPass } from '../aws/problem';
import { SharedCalls } from '../shared-calls';
import { getBudget } from './get-budget';
import { listBudgets } from './list-budgets';

/** Each is one request; active budgets come first. */
const MAX_DETAILED = 100;
const MAX_AT_ONCE = 4;

/** An answer with parts missing is soon requested again. */
const answers = SharedCalls.named<Answer<Budget[]>>('farm budgets', {
  ttlMs: ({ partial }) => (partial ? 5 * SECOND : MINUTE),
});

/**
 * The budgets of a farm, active ones first, with the details of at most 100. Equal requests share the answer for a minute.
 * Budgets whose details can't be read are listed without them, with a warning. Rejects with a ProblemError.
 */
export const farmBudgets = (farmId: string, signal?: AbortSignal): Promise<Answer<Budget[]>> =>
  answers.get(JSON.stringify([farmId]), (callSignal) => load(farmId, () => true, callSignal), signal);

/** The same of active budgets alone. */
export const activeBudgets = (farmId: string, signal?: AbortSignal): Promise<Answer<Budget[]>> =>
  answers.get(JSON.stringify([farmId, 'active']), (callSignal) => load(farmId, isActive, callSignal), signal);

async function load(
  farmId: string,
  isRead: (budget: Budget) => boolean,
  signal: AbortSignal,
): Promise<Answer<Budget[]>> {
  const listed = await listBudgets(farmId, signal);
  const budgets = listed.data.filter(isRead).toSorted((a, b) => Number(isActive(b)) - Number(isActive(a)));
  const limit = new CallLimit(MAX_AT_ONCE);
  let problem: ProblemError | undefined;
  const detailed = await Promise.all(
    budgets.map((budget, index) =>
      limit.run(async () => {
        if (index >= MAX_DETAILED || (problem && concernsAll(problem))) return budget;
        try {
          return { ...budget, details: await getBudget({ farmId, budgetId: budget.budgetId }, signal) };
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          problem = error;
          return budget;
        }
      }),
    ),
  );
  const missingCount = detailed.filter(({ details }) => !details).length;
  return {
    ...listed,
    data: detailed,
    partial: listed.partial || missingCount > 0,
    warnings: [...listed.warnings, ...missingWarnings(missingCount, problem)],
    ...(problem && { incomplete: problem.problem }),
  };
}

/** Whether AWS would refuse the details of other budgets too: a missing permission, throttling, or no connection. */
const concernsAll = ({ problem }: ProblemError) => mayPass(problem);

function missingWarnings(count: number, problem: ProblemError | undefined): string[] {
  if (count === 0) return [];
  const why = problem?.message ?? `Only those of the first ${MAX_DETAILED} budgets are read.`;
  return [`The schedules and actions of ${counted(count, 'budget')} are missing. ${why}`];
}
