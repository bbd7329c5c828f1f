import type { AwsPlace } from '@/lib/download/aws-place';
import type { Budget } from '../budgets/budget';
import { deadlineCommand } from './aws-cli';

/** A script with the calls that read the budgets of a farm, and the details of those that have some. */
export function budgetsScript(
  farmId: string,
  budgets: readonly Pick<Budget, 'budgetId' | 'details'>[],
  place: AwsPlace,
): string {
  const farm = ['farm-id', farmId] as const;
  const commands = [
    deadlineCommand('list-budgets', [farm], place),
    ...budgets.flatMap(({ budgetId, details }) =>
      details ? [deadlineCommand('get-budget', [farm, ['budget-id', budgetId]], place)] : [],
    ),
  ];
  return `${commands.join('\n')}\n`;
}
