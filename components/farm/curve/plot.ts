import { type AmountAxis, amountAxis } from '@/lib/farm/amount-axis';
import { type CostCurve, curveAmounts } from '@/lib/farm/curve/cost-curve';
import { AMOUNTS_WIDTH } from '../chart/plot';

/** Space around the plot, pixels: the name of the highest level, half of the last tick, and the time axis. */
const TOP = 20;
const RIGHT = 12;
const BOTTOM = 24;

/** Where amounts and instants are in a picture. */
export type Plot = {
  /** The plot's edges, pixels. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  axis: AmountAxis;
  x(instant: number): number;
  y(costUsd: number): number;
  timeAt(x: number): number;
};

/** Lays out the axes of a curve in a picture. */
export function plotOf(curve: CostCurve, width: number, height: number): Plot {
  const { from, to } = curve.span;
  const axis = amountAxis(curveAmounts(curve), 'costUsd');
  const [min = 0, max = 1] = [axis.marks[0], axis.marks.at(-1)];
  const [left, right, top, bottom] = [
    AMOUNTS_WIDTH,
    Math.max(AMOUNTS_WIDTH + 1, width - RIGHT),
    TOP,
    height - BOTTOM,
  ];
  return {
    ...{ left, right, top, bottom, axis },
    x: (instant) => left + ((instant - from) / (to - from)) * (right - left),
    y: (costUsd) => bottom - ((costUsd - min) / (max - min || 1)) * (bottom - top),
    timeAt: (x) => from + ((x - left) / (right - left)) * (to - from),
  };
}

/** The index of the stop nearest to an instant. */
export function nearestStop(stops: readonly { at: number }[], instant: number): number {
  let nearest = 0;
  for (const [index, { at }] of stops.entries())
    if (Math.abs(at - instant) < Math.abs((stops[nearest]?.at ?? 0) - instant)) nearest = index;
  return nearest;
}
