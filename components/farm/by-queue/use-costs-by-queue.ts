'use client';

import { useIsFetching, useQueries } from '@tanstack/react-query';
import type { CostsByQueue } from '@/lib/farm/filters/by-queue';
import { filteredCosts } from '@/lib/farm/filters/filtered-costs';
import { rangeFigures } from '@/lib/farm/totals/range-figures';
import { isMainCosts, oneAtATime, SIDE_COSTS } from '@/lib/queries/costs';

/** A queue and what is known of its cost. */
export type QueueLine = {
  queueId: string;
  /** Undefined while it isn't known. */
  costUsd: number | undefined;
  /** Whether AWS has more rows than were read. */
  isCut: boolean;
  error: Error | null;
  isFetching: boolean;
  retry(): void;
};

/** Asks for the costs of queues one after the other, while the page's own ones aren't on their way. */
export function useCostsByQueue({ queues }: CostsByQueue, isWanted: boolean): QueueLine[] {
  const isBusy = useIsFetching({ predicate: isMainCosts }) > 0;
  return useQueries({
    queries: queues.map(({ asked }) => {
      const options = oneAtATime(asked.query);
      return { ...options, meta: { ...options.meta, ...SIDE_COSTS }, enabled: isWanted && !isBusy };
    }),
    combine: (results) =>
      results.map(({ data, error, isFetching, refetch }, at): QueueLine => {
        const { queueId = '', asked } = queues[at] ?? {};
        const costs = data && asked && filteredCosts(asked, data);
        return {
          ...{ queueId, error, isFetching, isCut: costs?.isCut ?? false },
          costUsd: costs && rangeFigures(costs.rows).costUsd,
          retry: () => void refetch(),
        };
      }),
  });
}
