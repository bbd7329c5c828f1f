'use client';

import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { oneOfManyFarms } from '@/lib/queries/all-farms';

/** Asks for the costs of several queries, a few at a time. Undefined in the place of a query that there is none of (yet). */
export function useManyCosts(
  queries: readonly (CostQuery | undefined)[],
): (UseQueryResult<Costs> | undefined)[] {
  const known = queries.filter((query) => query !== undefined);
  const results = useQueries({ queries: known.map(oneOfManyFarms.costs) });
  let next = 0;
  return queries.map((query) => (query ? results[next++] : undefined));
}
