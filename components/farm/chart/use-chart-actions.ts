'use client';

import { useRange } from '@/components/range/use-range';
import { isSamePlace, narrowed, withoutKeys } from '@/lib/farm/filters/place';
import type { Series } from '@/lib/farm/series';
import type { GroupKey } from '@/lib/farm/session-statistics';
import { absoluteRange } from '@/lib/time/range';
import type { PlaceNav } from '../path/place-nav';
import type { ChartActions } from './chart-actions';

/** Isolating a category of a chart filters the page to its values; zooming changes the page's range. */
export function useChartActions(
  series: Series | undefined,
  keys: readonly GroupKey[],
  { place, go }: PlaceNav,
): ChartActions {
  const { setRange } = useRange();
  return {
    isolate(at) {
      const parts = series?.categories[at]?.parts ?? [];
      const filters = keys.flatMap((key, part) => (parts[part] ? [{ key, id: parts[part].id }] : []));
      const only = filters.length > 0 ? narrowed(place, filters) : undefined;
      if (!only) return undefined;
      const isOnly = isSamePlace(only, place);
      return { isOnly, toggle: () => go(isOnly ? withoutKeys(place, keys) : only) };
    },
    zoom:
      series && series.buckets.length > 1
        ? (first, last) => {
            const { span, buckets } = series;
            const from = Math.max(span.from, buckets[first]?.from ?? span.from);
            const to = Math.min(span.to, buckets[last]?.to ?? span.to);
            if (from < to) setRange(absoluteRange({ from, to }));
          }
        : undefined,
  };
}
