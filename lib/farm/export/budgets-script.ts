import type { AwsPlace } from '@/lib/download/aws-place';
import type { Budget } from '../budgets/budget';
import type { CostQuery } from '../plan/plan-aggregations';
import { deadlineCommand } from './aws-cli';
import { costsScript } from './costs-script';

/** The costs of a burn-down that is shown, and whether they are only a part of the rows. */
export type ScriptedBurnDown = { query: CostQuery; isCut: boolean };

/** A script with the calls that read the budgets of a farm, the details of those that have some, and the costs of a burn-down. */
export function budgetsScript(
  farmId: string,
  budgets: readonly Pick<Budget, 'budgetId' | 'details'>[],
  burnDown: ScriptedBurnDown | undefined,
  place: AwsPlace,
): string {
  const farm = ['farm-id', farmId] as const;
  const commands = [
    deadlineCommand('list-budgets', [farm], place),
    ...budgets.flatMap(({ budgetId, details }) =>
      details ? [deadlineCommand('get-budget', [farm, ['budget-id', budgetId]], place)] : [],
    ),
  ];
  return [
    `${commands.join('\n')}\n`,
    ...(burnDown
      ? [costsScript({ asked: { query: burnDown.query, filters: [] }, isCut: burnDown.isCut }, place)]
      : []),
  ].join('\n');
}
