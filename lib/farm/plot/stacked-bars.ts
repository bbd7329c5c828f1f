import type { Span } from '@/lib/time/range';
import { type PlotScale, roundPixels } from './plot-scale';

/** A rectangle in pixels. */
export type Box = { x: number; y: number; width: number; height: number };

type Amounts = readonly (number | undefined)[];

/** Share of a bucket's width that stays empty, within these limits in pixels. */
const GAP_SHARE = 0.15;
const MIN_GAP = 1;
const MAX_GAP = 12;

/** Left edge and width of the bar of a bucket, in whole pixels, so that edges are sharp. */
export function barExtent({ from, to }: Span, scale: PlotScale): { x: number; width: number } {
  const [start, end] = [scale.x(from), scale.x(to)];
  const gap = Math.min(MAX_GAP, Math.max(MIN_GAP, (end - start) * GAP_SHARE));
  const x = Math.round(start + gap / 2);
  return { x, width: Math.max(1, Math.round(end - gap / 2) - x) };
}

/**
 * Stacks the amounts of layers, the first at the bottom. Negative amounts are stacked below zero. Returns, for each layer, the box
 * of each bucket; none for nothing.
 */
export function stackedBars(
  buckets: readonly Span[],
  layers: readonly Amounts[],
  scale: PlotScale,
): (Box | undefined)[][] {
  const extents = buckets.map((bucket) => barExtent(bucket, scale));
  const above = new Float64Array(buckets.length);
  const below = new Float64Array(buckets.length);
  return layers.map((amounts) =>
    extents.map(({ x, width }, bucket) => {
      const amount = amounts[bucket] ?? 0;
      if (amount === 0) return undefined;
      const stack = amount > 0 ? above : below;
      const base = stack[bucket] ?? 0;
      stack[bucket] = base + amount;
      const y = scale.y(Math.max(base, base + amount));
      return { x, y, width, height: scale.y(Math.min(base, base + amount)) - y };
    }),
  );
}

/** The lowest and the highest end of each bucket's stack: negative amounts together, and positive ones. */
export function stackEnds(layers: readonly Amounts[], bucketCount: number): number[] {
  const above = new Float64Array(bucketCount);
  const below = new Float64Array(bucketCount);
  for (const amounts of layers)
    for (const [bucket, amount = 0] of amounts.entries()) {
      const stack = amount > 0 ? above : below;
      stack[bucket] = (stack[bucket] ?? 0) + amount;
    }
  return [...above, ...below];
}

/** One box around those of a bucket in all layers; undefined if it has none. */
export function stackOf(layers: readonly (readonly (Box | undefined)[])[], bucket: number): Box | undefined {
  const boxes = layers.map((layer) => layer[bucket]).filter((box) => box !== undefined);
  const [first] = boxes;
  if (!first) return undefined;
  const y = Math.min(...boxes.map((box) => box.y));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { ...first, y, height: bottom - y };
}

/** All boxes as the data of one SVG path. */
export const boxesPath = (boxes: readonly (Box | undefined)[]): string =>
  boxes
    .map((box) =>
      box ? `M${box.x} ${roundPixels(box.y)}h${box.width}v${roundPixels(box.height)}h${-box.width}z` : '',
    )
    .join('');
