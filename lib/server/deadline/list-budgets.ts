import { ListBudgetsCommand } from '@aws-sdk/client-deadline';
import { z } from 'zod';
import type { Budget } from '@/lib/farm/budgets/budget';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { wireToken } from '../aws/wire';
import { sharedList } from '../shared-answers';
import { wireBudget } from './wire-budget';

const MAX_RESULTS = 100;

const answer = z
  .object({ budgets: z.array(wireBudget), nextToken: wireToken })
  .transform(({ budgets, nextToken }) => ({ items: budgets, nextToken }));

/** The budgets of a farm, without their details. Rejects with a ProblemError. */
export const listBudgets = sharedList<string, Budget>('budgets', (farmId, nextToken, signal) =>
  call(
    'ListBudgets',
    deadlineClient,
    answer,
    (client, options) =>
      client.send(new ListBudgetsCommand({ farmId, maxResults: MAX_RESULTS, nextToken }), options),
    signal,
  ),
);
