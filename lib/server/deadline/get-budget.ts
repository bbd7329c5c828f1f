import { GetBudgetCommand } from '@aws-sdk/client-deadline';
import type { BudgetDetails } from '@/lib/farm/budgets/budget';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { wireBudgetDetails } from './wire-budget';

/** The schedule and the actions of a budget. Rejects with a ProblemError. */
export const getBudget = (
  input: { farmId: string; budgetId: string },
  signal?: AbortSignal,
): Promise<BudgetDetails> =>
  call(
    'GetBudget',
    deadlineClient,
    wireBudgetDetails,
    (client, options) => client.send(new GetBudgetCommand(input), options),
    signal,
  );
