import { stackedBars } from '@/lib/farm/plot/stacked-bars';
import type { Series } from '@/lib/farm/series';
import { isAdditive } from '@/lib/farm/statistics';
import { stackOrder } from './bars';
import type { Plot } from './plot';

/** A point of a line is hit from this far, pixels. */
const MAX_DISTANCE = 8;

/** Index of the category drawn in a bucket at a height in pixels from the top; undefined if there is none. */
export function categoryAt(series: Series, plot: Plot, bucket: number, y: number): number | undefined {
  return isAdditive(series.statistic) ? boxAt(series, plot, bucket, y) : pointAt(plot, bucket, y);
}

function boxAt({ buckets, categories }: Series, plot: Plot, bucket: number, y: number): number | undefined {
  const order = stackOrder(categories);
  const span = buckets[bucket];
  if (!span) return undefined;
  const layers = order.map((at) => [plot.amounts[at]?.[bucket]]);
  const hit = stackedBars([span], layers, plot.scale).findIndex(
    ([box]) => box && y >= box.y && y < box.y + box.height,
  );
  return order[hit];
}

function pointAt({ amounts, scale }: Plot, bucket: number, y: number): number | undefined {
  let [best, distance]: [number | undefined, number] = [undefined, MAX_DISTANCE];
  for (const [at, own] of amounts.entries()) {
    const amount = own[bucket];
    const from = amount === undefined ? Number.POSITIVE_INFINITY : Math.abs(scale.y(amount) - y);
    if (from <= distance) [best, distance] = [at, from];
  }
  return best;
}
