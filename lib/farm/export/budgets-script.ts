import { deadlineCommand } from './aws-cli';
import type { AwsPlace } from './aws-place';

/** A script with the calls that read the budgets of a farm. */
export function budgetsScript(farmId: string, budgetIds: readonly string[], place: AwsPlace): string {
  const farm = ['farm-id', farmId] as const;
  const commands = [
    deadlineCommand('list-budgets', [farm], place),
    ...budgetIds.map((id) => deadlineCommand('get-budget', [farm, ['budget-id', id]], place)),
  ];
  return `${commands.join('\n')}\n`;
}
