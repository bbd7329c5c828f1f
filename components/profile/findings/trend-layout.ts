import type { TrendPoint } from '@/lib/profile/range/trend';
import type { Span } from '@/lib/time/range';

export type TrendLayout = {
  /** Middle of each point, pixels. */
  places: { x: number; y: number }[];
  /** SVG path that joins adjacent points; missing profiles leave a gap. */
  line: string;
  /** Points without a neighbour, which the line doesn't show. */
  isolated: { x: number; y: number }[];
  /** Shares with a line across the plot, from 0 to the top. */
  ticks: number[];
};

/** Possible tops of the axis: the first one that is high enough applies. */
const TOPS = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** Lays out a trend in a plot of a size in pixels. The axis starts at 0. */
export function trendLayout(
  points: readonly TrendPoint[],
  span: Span,
  { width, height }: { width: number; height: number },
): TrendLayout {
  const max = points.reduce((high, { share }) => Math.max(high, share), 0);
  const top = TOPS.find((each) => each >= max) ?? 1;
  const places = points.map(({ from, to, share }) => ({
    x: (((from + to) / 2 - span.from) / (span.to - span.from)) * width,
    y: height - (share / top) * height,
  }));
  const follows = points.map((point, i) => i > 0 && points[i - 1]?.to === point.from);
  const line = places
    .map(({ x, y }, i) => `${follows[i] ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');
  const isolated = places.filter((_, i) => !follows[i] && !follows[i + 1]);
  return { places, line, isolated, ticks: [0, top / 2, top] };
}

/** Index of the point whose middle is nearest to `x`; undefined without points. */
export function nearestPoint({ places }: TrendLayout, x: number): number | undefined {
  let nearest: number | undefined;
  for (const [i, place] of places.entries()) {
    const best = places[nearest ?? -1];
    if (!best || Math.abs(place.x - x) < Math.abs(best.x - x)) nearest = i;
  }
  return nearest;
}
