'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { costsOptions } from '@/lib/queries/costs';
import { useQuery } from '@/lib/queries/use-query';
import { type CostsState, costsState, type ShownCosts, shownCosts } from './costs-on-screen';

export type CostsOnScreen = CostsState & {
  /** Asks again: for newer figures if there are some. */
  retry(): void;
  cancel(): void;
};

/** Asks for costs, and keeps the last answer on screen until the next one is whole. */
export function useCosts(asked: AskedCosts): CostsOnScreen {
  const client = useQueryClient();
  const options = costsOptions(asked.query);
  const { data, error, fetchStatus, isPending } = useQuery(options);
  const [last, setLast] = useState<ShownCosts>();
  if (data && (last?.answer !== data || !isSameView(last.asked, asked))) setLast(shownCosts(asked, data));
  return {
    ...costsState(last, { data, error, fetchStatus, isPending }),
    retry: () => void client.invalidateQueries({ queryKey: options.queryKey, exact: true }),
    cancel: () => void client.cancelQueries({ queryKey: options.queryKey, exact: true }),
  };
}

/** Whether a viewer sees the same of an answer. */
const isSameView = (a: AskedCosts, b: AskedCosts) =>
  a.users === b.users && JSON.stringify([a.groupBy, a.filters]) === JSON.stringify([b.groupBy, b.filters]);
