'use client';

import type { Route } from 'next';
import { createSerializer, useQueryStates } from 'nuqs';
import type { RangeText } from '@/lib/time/range';
import { rangeSearchParams } from '@/lib/time/search-params';

const withRange = createSerializer(rangeSearchParams);

/** Adds the page's range, zone, asof, refresh interval and comparison to a path of this app: `href('/canaries/x')`. A range given replaces the page's. */
export function useRangeHref(): (path: string, instead?: RangeText) => Route {
  const [range] = useQueryStates(rangeSearchParams);
  return (path, instead) => asRoute(withRange(path, { ...range, ...instead }));
}

/** The type checker can't follow a serialized query: callers guarantee that the page exists. */
export const asRoute = (href: string) => href as Route;
