import type { EarlierCosts } from '@/lib/farm/compare/earlier-costs';
import { filteredCosts } from '@/lib/farm/filters/filtered-costs';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import type { Costs } from '@/lib/farm/stream/collect-costs';

/** The answer to the query of the earlier costs. */
type Answer = { costs: Costs | undefined; error: Error | null };

/** What costs are compared with, by the query for it and its answer, with the filters of what was asked for. */
export function earlierOf(
  asked: AskedCosts,
  now: Costs,
  query: CostQuery | undefined,
  { costs, error }: Answer,
): EarlierCosts {
  if (now.isCut) return impossible('Only a part of the rows was read, which can’t be compared.');
  if (!query) return impossible('There is no such period to compare with.');
  const span = { from: query.from, to: query.to };
  if (costs?.isCut)
    return impossible('There are too many rows in the earlier period to compare with all of it.');
  if (costs) return { state: 'known', span, query, costs: filteredCosts(asked, costs) };
  return error ? { state: 'failed', span, error } : { state: 'loading', span };
}

const impossible = (why: string): EarlierCosts => ({ state: 'impossible', why });
