'use client';

import { skipToken, useQueryClient } from '@tanstack/react-query';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { costsOptions, SIDE_COSTS } from '@/lib/queries/costs';
import { useQuery } from '@/lib/queries/use-query';
import { useMainCostsFirst } from './use-main-costs-first';

const NO_COSTS: { queryKey: (string | CostQuery)[]; queryFn: typeof skipToken; meta: object } = {
  queryKey: ['no costs'],
  queryFn: skipToken,
  meta: {},
};

/** Costs of a panel besides the page's main ones. */
export type SideCosts = {
  costs: Costs | undefined;
  error: Error | null;
  isFetching: boolean;
  /** What the next request waits for: the viewer, or the page's main costs. */
  waitsFor: 'viewer' | 'main costs' | undefined;
  retry(): void;
};

/** Asks for costs once they are wanted and the page's main ones have arrived; they step aside when those are requested again. */
export function useSideCosts(query: CostQuery | undefined, isWanted: boolean): SideCosts {
  const client = useQueryClient();
  const mainCostsFirst = useMainCostsFirst();
  const waitsFor = !isWanted ? 'viewer' : mainCostsFirst ? 'main costs' : undefined;
  const { queryKey, ...options } = query ? costsOptions(query) : NO_COSTS;
  const { data, error, fetchStatus } = useQuery({
    ...{ queryKey, ...options, meta: { ...options.meta, ...SIDE_COSTS } },
    enabled: waitsFor === undefined,
  });
  return {
    // Paused without a connection, a request is still on its way.
    ...{ costs: data, error, isFetching: fetchStatus !== 'idle', waitsFor },
    retry: () => void client.invalidateQueries({ queryKey, exact: true }),
  };
}
