import { type AmountAxis, amountAxis } from '@/lib/farm/amount-axis';
import { type CostCurve, curveAmounts } from '@/lib/farm/curve/cost-curve';
import { type PlotScale, plotScale } from '@/lib/farm/plot/plot-scale';
import { plotArea } from '../chart/plot';

/** The name of the highest level is above the plot. */
const TOP = 20;

/** The size, the axis of amounts and the scale of a curve. */
export type CurvePlot = { width: number; height: number; axis: AmountAxis; scale: PlotScale };

/** Lays a curve out in a picture of a size in pixels. */
export function curvePlot(curve: CostCurve, width: number, height: number): CurvePlot {
  const axis = amountAxis(curveAmounts(curve), 'costUsd');
  const area = plotArea(axis, { width, height, top: TOP });
  return { width, height, axis, scale: plotScale(area, curve.span, axis.marks) };
}

/** The index of the stop nearest to an instant. */
export function nearestStop(stops: readonly { at: number }[], instant: number): number {
  let nearest = 0;
  for (const [index, { at }] of stops.entries())
    if (Math.abs(at - instant) < Math.abs((stops[nearest]?.at ?? 0) - instant)) nearest = index;
  return nearest;
}
