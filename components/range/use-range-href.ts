'use client';

import type { Route } from 'next';
import { createSerializer, useQueryStates } from 'nuqs';
import { rangeSearchParams } from '@/lib/time/search-params';

const withRange = createSerializer(rangeSearchParams);

/** Makes a path of this app a link that keeps the page's range, zone and asof: `href('/canaries/x')`. */
export function useRangeHref(): (path: string) => Route {
  const [range] = useQueryStates(rangeSearchParams);
  return (path) => asRoute(withRange(path, range));
}

/** The type checker can't follow a serialized query; callers pass paths of pages that exist. */
export const asRoute = (href: string) => href as Route;
