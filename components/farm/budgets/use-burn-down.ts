'use client';

import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import type { Budget } from '@/lib/farm/budgets/budget';
import { burnDown } from '@/lib/farm/budgets/burn-down';
import { burnDownQuery } from '@/lib/farm/budgets/burn-down-query';
import { useLastSideCosts } from '../costs/use-last-side-costs';

/** The burn-down of a budget, its query and the state of its costs; undefined for a budget without one. */
export function useBurnDown(farmId: string, budget: Budget, asOf: number) {
  const { now, zone } = useRange();
  const asked = useMemo(() => {
    const query = burnDownQuery(farmId, budget, now, zone);
    return query && { query };
  }, [farmId, budget, now, zone]);
  const side = useLastSideCosts(asked, true);
  const { shown } = side;
  const found = useMemo(
    () =>
      shown && !shown.costs.isCut
        ? burnDown(budget, shown.costs.rows, shown.asked.query.to, asOf)
        : undefined,
    [budget, shown, asOf],
  );
  return asked && { asked, side, found, query: (shown?.asked ?? asked).query };
}
