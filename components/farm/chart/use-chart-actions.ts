'use client';

import { useRange } from '@/components/range/use-range';
import { isSamePlace, narrowed, withoutKeys } from '@/lib/farm/filters/place';
import { OTHERS_ID, type Series } from '@/lib/farm/series';
import type { GroupKey } from '@/lib/farm/session-statistics';
import { absoluteRange } from '@/lib/time/range';
import type { PlaceNav } from '../path/place-nav';
import { goToTotals } from '../totals/go-to-totals';
import type { ChartActions } from './chart-actions';

/**
 * Isolating a category of a chart filters the page to its values, and the others lead to the totals, which have each of them; zooming
 * changes the page's range.
 */
export function useChartActions(
  series: Series | undefined,
  keys: readonly GroupKey[],
  { place, go }: PlaceNav,
): ChartActions {
  const { setRange } = useRange();
  return {
    actionOf(at) {
      const category = series?.categories[at];
      if (!category) return undefined;
      if (category.id === OTHERS_ID) return { kind: 'open totals', act: goToTotals };
      const { parts } = category;
      const filters = keys.flatMap((key, part) => (parts[part] ? [{ key, id: parts[part].id }] : []));
      const only = filters.length > 0 ? narrowed(place, filters) : undefined;
      if (!only) return undefined;
      const isOnly = isSamePlace(only, place);
      return isOnly
        ? { kind: 'show all', act: () => go(withoutKeys(place, keys)) }
        : { kind: 'isolate', act: () => go(only) };
    },
    zoom: series && series.buckets.length > 1 ? (span) => setRange(absoluteRange(span)) : undefined,
  };
}
