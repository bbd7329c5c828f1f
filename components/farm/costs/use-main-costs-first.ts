'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isMainCosts } from '@/lib/queries/costs';

/** One request of the page may follow from another, such as the comparison from the costs. */
const PAUSE_MS = 300;

/**
 * Whether other costs wait for the page's main ones, because AWS runs one aggregation of a farm at a time. When the main ones are
 * requested again, others that are on their way step aside.
 */
export function useMainCostsFirst(): boolean {
  const client = useQueryClient();
  const isBusy = useIsFetching({ predicate: isMainCosts }) > 0;
  const [wasBusy] = useDebouncedValue(isBusy, PAUSE_MS);
  useEffect(() => {
    if (isBusy) void client.cancelQueries({ queryKey: ['costs'], predicate: (each) => !isMainCosts(each) });
  }, [isBusy, client]);
  return isBusy || wasBusy;
}
