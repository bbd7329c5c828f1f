'use client';

import { useMemo } from 'react';
import type { EarlierCosts } from '@/lib/farm/compare/earlier-costs';
import { earlierQuery } from '@/lib/farm/compare/earlier-query';
import type { ShownCosts } from '../costs/costs-on-screen';
import { useSideCosts } from '../costs/use-side-costs';
import { earlierOf } from './earlier-of';
import { useCostComparison } from './use-cost-comparison';

/** The costs that those on screen are compared with, by the choice in the URL; undefined without a comparison. */
export function useEarlierCosts(shown: ShownCosts | undefined): {
  earlier: EarlierCosts | undefined;
  retry(): void;
} {
  const [compare] = useCostComparison();
  const query = useMemo(
    () =>
      shown && compare !== 'none' && !shown.costs.isCut
        ? earlierQuery(shown.asked.query, shown.costs.coverage.to, compare)
        : undefined,
    [shown, compare],
  );
  const { costs, error, retry } = useSideCosts(query, true);
  const earlier = useMemo((): EarlierCosts | undefined => {
    if (compare === 'none') return undefined;
    return shown ? earlierOf(shown.asked, shown.costs, query, { costs, error }) : { state: 'waiting' };
  }, [shown, compare, query, costs, error]);
  return { earlier, retry };
}
