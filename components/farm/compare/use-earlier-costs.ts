'use client';

import { useQueries } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { EarlierCosts } from '@/lib/farm/compare/earlier-costs';
import { earlierQuery } from '@/lib/farm/compare/earlier-query';
import { costsOptions } from '@/lib/queries/costs';
import { filteredCosts, type ShownCosts } from '../costs/costs-on-screen';
import { compareParams } from './compare-params';

/** The costs that those on screen are compared with, by the choice in the URL. Undefined without a comparison. */
export function useEarlierCosts(shown: ShownCosts | undefined): EarlierCosts | undefined {
  const [{ compare }] = useQueryStates(compareParams);
  const query = useMemo(
    () =>
      shown && compare !== 'none' && !shown.costs.isCut
        ? earlierQuery(shown.asked.query, shown.costs.coverage.to, compare)
        : undefined,
    [shown, compare],
  );
  const [answer] = useQueries({ queries: (query ? [query] : []).map((one) => costsOptions(one)) });
  const { data, error, refetch } = answer ?? {};
  return useMemo(() => {
    if (compare === 'none') return undefined;
    if (!shown) return { state: 'waiting' };
    if (shown.costs.isCut) return impossible('Only a part of the rows was read, which can’t be compared.');
    if (!query || !refetch) return impossible('There is no such period to compare with.');
    const span = { from: query.from, to: query.to };
    if (data?.isCut)
      return impossible('There are too many rows in the earlier period to compare with all of it.');
    if (data) return { state: 'known', span, costs: filteredCosts(shown.asked, data) };
    return error ? { state: 'failed', span, error, retry: () => void refetch() } : { state: 'loading', span };
  }, [shown, compare, query, data, error, refetch]);
}

const impossible = (why: string): EarlierCosts => ({ state: 'impossible', why });
