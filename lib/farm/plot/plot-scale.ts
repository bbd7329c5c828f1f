import type { Span } from '@/lib/time/range';

/** Edges of the part of a chart that has the bars or lines, pixels from the chart's top left corner. */
export type PlotArea = { left: number; right: number; top: number; bottom: number };

/** Places instants and amounts in a chart. */
export type PlotScale = PlotArea & {
  /** Between the left and the right edge. */
  span: Span;
  /** Pixels from the left edge of an instant, epoch milliseconds. */
  x(instant: number): number;
  /** Pixels from the top edge of an amount in the unit of the axis. */
  y(amount: number): number;
  /** The instant at a distance from the left edge. */
  instantAt(x: number): number;
};

/** Pixels in an SVG path: more decimals would only be longer. */
export const roundPixels = (pixels: number): number => Math.round(pixels * 100) / 100;

/** Scales a span of time to the width of an area, and the amounts between the first and the last mark to its height. */
export function plotScale(area: PlotArea, span: Span, marks: readonly number[]): PlotScale {
  const { left, right, top, bottom } = area;
  const [low = 0, high = 1] = [marks[0], marks.at(-1)];
  const perMs = (right - left) / (span.to - span.from);
  const perUnit = (bottom - top) / (high - low);
  return {
    ...area,
    span,
    x: (instant) => left + (instant - span.from) * perMs,
    y: (amount) => bottom - (amount - low) * perUnit,
    instantAt: (x) => span.from + (x - left) / perMs,
  };
}
