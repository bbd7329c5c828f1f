import type { AwsPlace } from '@/lib/download/aws-place';
import type { AskedCosts } from '../plan/asked-costs';
import type { CostQuery } from '../plan/plan-aggregations';
import { deadlineCommand } from './aws-cli';
import { costsScript } from './costs-script';

/** A farm and the costs that a page asked for it. */
export type ScriptedFarm = {
  farmId: string;
  /** Undefined for a farm without queues, or while they aren't known. */
  asked?: Pick<AskedCosts, 'query' | 'filters'> | undefined;
  /** Whether its costs are only a part of the rows. */
  isCut: boolean;
  /** The query of the earlier costs, if they are shown. */
  earlier?: CostQuery | undefined;
};

/** A script with the calls that read farms, their details, queues and budgets, and then their costs. */
export function farmsScript(farms: readonly ScriptedFarm[], place: AwsPlace): string {
  const lists = farms.flatMap(({ farmId }) =>
    ['get-farm', 'list-queues', 'list-budgets'].map((operation) =>
      deadlineCommand(operation, [['farm-id', farmId]], place),
    ),
  );
  const costs = farms.flatMap(({ asked, ...rest }) =>
    asked ? [costsScript({ asked, ...rest }, place)] : [],
  );
  const total = costs.length > 1 ? ['# The total of the page adds up the costs of these farms.\n'] : [];
  return [`${[deadlineCommand('list-farms', [], place), ...lists].join('\n')}\n`, ...total, ...costs].join(
    '\n',
  );
}
