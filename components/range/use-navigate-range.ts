'use client';

import { usePathname, useRouter } from 'next/navigation';
import { createSerializer } from 'nuqs';
import { rangeSearchParams } from '@/lib/time/search-params';
import { usePending } from './pending';
import { asRoute } from './use-range-href';

const withRange = createSerializer(rangeSearchParams);

type RangeChange = {
  from?: string;
  to?: string;
  tz?: string;
  asof?: number | null;
  refresh?: null;
  compare?: null;
};

/**
 * Changes range, zone or asof in the URL as a new history entry. Uses the router instead of nuqs, so that the new range and
 * the page's new `now` arrive together and nothing is requested twice.
 */
export function useNavigateRange(): (change: RangeChange, without?: readonly string[]) => void {
  const router = useRouter();
  const pathname = usePathname();
  const { start } = usePending();
  return (change, without = []) =>
    start(() => {
      const search = new URLSearchParams(window.location.search);
      for (const parameter of without) search.delete(parameter);
      router.push(asRoute(withRange(`${pathname}?${search}`, change)), { scroll: false });
    });
}
