import type { Span } from '@/lib/time/range';
import { type PlotScale, roundPixels } from './plot-scale';

const DOT_RADIUS = 2.5;

/** The points of one category, in the middle of their buckets: a line with gaps where there are none, and a dot for each. */
export function linePaths(
  buckets: readonly Span[],
  amounts: readonly (number | undefined)[],
  { x, y }: PlotScale,
): { line: string; dots: string } {
  let line = '';
  let dots = '';
  let isBroken = true;
  for (const [bucket, { from, to }] of buckets.entries()) {
    const amount = amounts[bucket];
    if (amount !== undefined) {
      const [at, height] = [roundPixels((x(from) + x(to)) / 2), roundPixels(y(amount))];
      line += `${isBroken ? 'M' : 'L'}${at} ${height}`;
      dots += `M${roundPixels(at - DOT_RADIUS)} ${height}${HALF}${HALF_BACK}`;
    }
    isBroken = amount === undefined;
  }
  return { line, dots };
}

const HALF = `a${DOT_RADIUS} ${DOT_RADIUS} 0 0 1 ${2 * DOT_RADIUS} 0`;
const HALF_BACK = `a${DOT_RADIUS} ${DOT_RADIUS} 0 0 1 ${-2 * DOT_RADIUS} 0`;
