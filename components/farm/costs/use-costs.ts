'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { CostTable } from '@/lib/farm/rows/cost-table';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { costsOptions } from '@/lib/queries/costs';
import { useQuery } from '@/lib/queries/use-query';

/** Costs on screen and what they answer. */
export type ShownCosts = { asked: AskedCosts; costs: Costs; table: CostTable };

export type CostsOnScreen = {
  /** The newest whole answer; that of an earlier query until the current one has its own. */
  shown: ShownCosts | undefined;
  /** Whether `shown` answers an earlier query or will be replaced. */
  isOutdated: boolean;
  isFetching: boolean;
  /** Whether the viewer stopped the request and there is no answer. */
  isCancelled: boolean;
  error: Error | null;
  /** Asks again: for newer figures if there are some. */
  retry(): void;
  cancel(): void;
};

/** Asks for costs, and keeps the last answer on screen until the next one is whole. */
export function useCosts(asked: AskedCosts): CostsOnScreen {
  const client = useQueryClient();
  const options = costsOptions(asked.query);
  const { data, error, isFetching, isPending } = useQuery(options);
  const [last, setLast] = useState<ShownCosts>();
  if (data && last?.costs !== data) setLast(shownCosts(asked, data));
  const isCurrent = last !== undefined && last.costs === data;
  return {
    shown: last,
    isOutdated: last !== undefined && (!isCurrent || isFetching),
    isFetching,
    isCancelled: isPending && !isFetching && !error,
    error,
    retry: () => void client.invalidateQueries({ queryKey: options.queryKey, exact: true }),
    cancel: () => void client.cancelQueries({ queryKey: options.queryKey, exact: true }),
  };
}

function shownCosts(asked: AskedCosts, costs: Costs): ShownCosts {
  const { from, to, keys, period } = asked.query;
  return { asked, costs, table: { keys, period, span: { from, to }, rows: costs.chosen } };
}
