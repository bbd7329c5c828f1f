import type { Span } from '@/lib/time/range';
import { type PlotScale, roundPixels } from './plot-scale';
import { barExtent } from './stacked-bars';

/** Width and height of a mark, and the space between its tip and the bar, pixels. */
const WIDTH = 8;
const HEIGHT = 6;
const GAP = 2;

/** Triangles whose tips are above some bars of stacked layers, as the data of one SVG path. None is above the picture. */
export function marksPath(
  bars: readonly number[],
  buckets: readonly Span[],
  layers: readonly (readonly (number | undefined)[])[],
  scale: PlotScale,
): string {
  return bars
    .map((bar) => {
      const bucket = buckets[bar];
      if (!bucket) return '';
      const extent = barExtent(bucket, scale);
      const top = layers.reduce((sum, amounts) => sum + Math.max(0, amounts[bar] ?? 0), 0);
      const y = Math.max(0, scale.y(top) - GAP - HEIGHT);
      const x = extent.x + extent.width / 2 - WIDTH / 2;
      return `M${roundPixels(x)} ${roundPixels(y)}h${WIDTH}l${-WIDTH / 2} ${HEIGHT}z`;
    })
    .join('');
}
