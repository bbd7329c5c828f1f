import { type AmountAxis, amountAxis, axisAmount } from '@/lib/farm/amount-axis';
import { labelWidth } from '@/lib/farm/plot/axis-labels';
import { type PlotArea, type PlotScale, plotScale } from '@/lib/farm/plot/plot-scale';
import { sharedAxis } from '@/lib/farm/plot/shared-axis';
import { stackEnds } from '@/lib/farm/plot/stacked-bars';
import type { Series } from '@/lib/farm/series';
import { isAdditive } from '@/lib/farm/statistics';

/** Usual width of the axis of amounts in pixels; longer labels widen it. */
export const AMOUNTS_WIDTH = 56;
/** Between a label of the axis of amounts and the plot, pixels. */
export const LABEL_GAP = 6;
/** Half of the highest label is above the plot. */
const TOP = 8;
/** Height of the labels of the time axis, pixels. */
const TIMES_HEIGHT = 24;

/** A series as a chart draws it: the size, the axis and the scale, and the amounts of its categories in the unit of the axis. */
export type Plot = {
  width: number;
  height: number;
  axis: AmountAxis;
  scale: PlotScale;
  /** By category. */
  amounts: (number | undefined)[][];
};

/** Lays a series out in a chart of a size in pixels, on an axis of its own unless one is given. */
export function plotOf(
  series: Series,
  { width, height, axis = ownAxis(series) }: { width: number; height: number; axis?: AmountAxis | undefined },
): Plot {
  const { categories, measure, buckets, span } = series;
  return {
    ...{ width, height, axis },
    scale: plotScale(
      plotArea(axis, { width, height, top: TOP }),
      { from: buckets[0]?.from ?? span.from, to: buckets.at(-1)?.to ?? span.to },
      axis.marks,
    ),
    amounts: categories.map(({ amounts }) =>
      amounts.map((amount) => (amount === undefined ? undefined : axisAmount(amount, measure))),
    ),
  };
}

/** The part of a picture of a size in pixels that the labels of its axes leave. */
export function plotArea(
  axis: AmountAxis,
  { width, height, top }: { width: number; height: number; top: number },
): PlotArea {
  const longest = Math.max(...axis.marks.map((mark) => labelWidth(axis.format(mark))));
  const left = Math.max(AMOUNTS_WIDTH, longest + LABEL_GAP);
  return { left, right: Math.max(left + 1, width - 1), top, bottom: height - TIMES_HEIGHT };
}

/** Stacks need more room than each category alone. */
function ownAxis(series: Series): AmountAxis {
  const { categories, measure, statistic, buckets } = series;
  if (!isAdditive(statistic)) return sharedAxis(series);
  const layers = categories.map(({ amounts }) => amounts);
  return amountAxis(stackEnds(layers, buckets.length), measure);
}
