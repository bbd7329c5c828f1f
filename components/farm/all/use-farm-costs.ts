'use client';

import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useRange } from '@/components/range/use-range';
import type { Answer } from '@/lib/answer/answer';
import type { KnownFarm } from '@/lib/farm/all/all-farms';
import { type BudgetUse, budgetUse } from '@/lib/farm/all/budget-use';
import { farmSummary, NO_COSTS } from '@/lib/farm/all/farm-summary';
import type { EarlierCosts } from '@/lib/farm/compare/earlier-costs';
import { earlierQuery } from '@/lib/farm/compare/earlier-query';
import { type Names, namesOf } from '@/lib/farm/names';
import { type AskedCosts, askedCosts, type CostChoice } from '@/lib/farm/plan/asked-costs';
import { type Farm, type Queue, STATISTICS } from '@/lib/farm/session-statistics';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { rangeFigures } from '@/lib/farm/totals/range-figures';
import { oneOfManyFarms } from '@/lib/queries/all-farms';
import type { Span } from '@/lib/time/range';
import { earlierOf } from '../compare/earlier-of';
import { useCostComparison } from '../compare/use-cost-comparison';
import { useManyCosts } from './use-many-costs';

/** A farm with its costs in the range, as far as they are known. */
export type FarmCost = KnownFarm & {
  farm: Farm;
  /** The range of the costs. */
  span: Span;
  names: Names;
  hasQueues: boolean;
  /** What is asked for; undefined without queues. */
  asked?: AskedCosts | undefined;
  costs: Costs | undefined;
  /** Undefined if compared with nothing. */
  earlier?: EarlierCosts;
  budgets: BudgetUse | undefined;
  /** Why the cost or the budgets aren't known. */
  error: Error | null;
  budgetsError: Error | null;
  /** Why the queues or the budgets are those of an earlier answer. */
  staleNotes: string[];
  retry(): void;
};

/** The farm's page asks the same by default, so that a click on the farm needs no new aggregation. */
const BY_QUEUE: CostChoice = { groupBy: ['QUEUE_ID'] };

/** Reads the costs of farms, a few at a time, then those that they are compared with. */
export function useFarmCosts(farms: readonly Farm[]): FarmCost[] {
  const { span, zone } = useRange();
  const [compare] = useCostComparison();
  const queues = useQueries({ queries: farms.map(({ farmId }) => oneOfManyFarms.queues(farmId)) });
  const asked = farms.map(({ farmId }, at) =>
    askedCosts({ farmId, queues: queues[at]?.data }, span, zone, BY_QUEUE, STATISTICS),
  );
  const costs = useManyCosts(asked.map((one) => one?.query));
  const earlierQueries = asked.map((one, at) => {
    const known = costs[at]?.data;
    return one && known && !known.isCut && compare !== 'none'
      ? earlierQuery(one.query, known.coverage.to, compare)
      : undefined;
  });
  const earlier = useManyCosts(earlierQueries);
  const budgets = useQueries({ queries: farms.map(({ farmId }) => oneOfManyFarms.budgets(farmId)) });
  return farms.map((farm, at) => {
    const [query, known] = [asked[at], costs[at]?.data];
    const { data, error = null } = earlier[at] ?? {};
    const compared: EarlierCosts =
      query && known
        ? earlierOf(query, known, earlierQueries[at], { costs: data, error })
        : { state: 'waiting' };
    const cost = costOf(queues[at], query, costs[at]);
    return {
      farm,
      ...{ span, asked: query },
      ...cost,
      ...(compare !== 'none' && { earlier: compared, ...beforeOf(compared, cost) }),
      retry: () => {
        for (const result of [queues[at], costs[at], earlier[at], budgets[at]])
          if (result?.error) void result.refetch();
      },
      budgets: budgets[at]?.data && budgetUse(budgets[at].data.data),
      budgetsError: budgets[at]?.error ?? null,
      staleNotes: [queues[at], budgets[at]].flatMap((result) => result?.data?.stale?.message ?? []),
    };
  });
}

type CostOf = Pick<FarmCost, 'summary' | 'names' | 'hasQueues' | 'costs' | 'error' | 'isReading'>;

function costOf(
  queues: UseQueryResult<Answer<Queue[]>> | undefined,
  asked: AskedCosts | undefined,
  costs: UseQueryResult<Costs> | undefined,
): CostOf {
  const list = queues?.data?.data;
  const hasQueues = list === undefined || asked !== undefined;
  const summary = asked && costs?.data ? farmSummary(asked, costs.data) : hasQueues ? undefined : NO_COSTS;
  const error = summary ? null : (queues?.error ?? costs?.error ?? null);
  return {
    ...(summary && { summary }),
    names: namesOf(list ?? [], []),
    hasQueues,
    costs: costs?.data,
    error,
    isReading: !summary && !error,
  };
}

/** The figures of the earlier period, if they are known. A farm without queues had no costs either. */
function beforeOf(earlier: EarlierCosts, { hasQueues }: CostOf): Pick<FarmCost, 'before'> {
  if (!hasQueues) return { before: NO_COSTS.figures };
  return earlier.state === 'known' ? { before: rangeFigures(earlier.costs.rows) } : {};
}
