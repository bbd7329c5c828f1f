'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { skipToken, useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { costsOptions, isMainCosts, SIDE_COSTS } from '@/lib/queries/costs';
import { useQuery } from '@/lib/queries/use-query';

/** One request of the page may follow from another, such as the comparison from the costs. */
const PAUSE_MS = 300;

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

/**
 * Asks for costs once they are wanted and the page's main ones have arrived: AWS runs one aggregation of a farm at a time. When the
 * main ones are requested again, these step aside if they are on their way, and follow afterwards.
 */
export function useSideCosts(query: CostQuery | undefined, isWanted: boolean): SideCosts {
  const client = useQueryClient();
  const isBusy = useIsFetching({ predicate: isMainCosts }) > 0;
  const [wasBusy] = useDebouncedValue(isBusy, PAUSE_MS);
  const waitsFor = !isWanted ? 'viewer' : isBusy || wasBusy ? 'main costs' : undefined;
  const { queryKey, ...options } = query ? costsOptions(query) : NO_COSTS;
  const { data, error, fetchStatus } = useQuery({
    ...{ queryKey, ...options, meta: { ...options.meta, ...SIDE_COSTS } },
    enabled: waitsFor === undefined,
  });
  useEffect(() => {
    if (isBusy) void client.cancelQueries({ queryKey: ['costs'], predicate: (each) => !isMainCosts(each) });
  }, [isBusy, client]);
  return {
    // Paused without a connection, a request is still on its way.
    ...{ costs: data, error, isFetching: fetchStatus !== 'idle', waitsFor },
    retry: () => void client.invalidateQueries({ queryKey, exact: true }),
  };
}
