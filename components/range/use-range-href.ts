'use client';

import type { Route } from 'next';
import { createSerializer, useQueryStates } from 'nuqs';
import { rangeSearchParams } from '@/lib/time/search-params';

const withRange = createSerializer(rangeSearchParams);

/** Adds the page's range, zone and asof to a path of this app: `href('/canaries/x')`. */
export function useRangeHref(): (path: string) => Route {
  const [range] = useQueryStates(rangeSearchParams);
  return (path) => asRoute(withRange(path, range));
}

/** The type checker can't follow a serialized query: callers guarantee that the page exists. */
export const asRoute = (href: string) => href as Route;
