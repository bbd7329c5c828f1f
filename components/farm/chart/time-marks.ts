import { axisMarks, bucketTick } from '@/lib/farm/bucket-labels';
import type { PlotScale } from '@/lib/farm/plot/plot-scale';
import type { Series } from '@/lib/farm/series';

/** Width of a label of the time axis, with the space around it, in pixels: `24 Nov`, `Nov 2026`. */
const MARK_WIDTH = 52;
const MONTH_MARK_WIDTH = 66;

/** Hours label the instant at which a bar starts, longer periods the bar, at its middle. */
export function timeMarks(
  { buckets, step, segments }: Pick<Series, 'buckets' | 'segments' | 'step'>,
  { left, right }: PlotScale,
): { at: number; text: string }[] {
  const markWidth = step.period === 'MONTHLY' ? MONTH_MARK_WIDTH : MARK_WIDTH;
  const maxCount = Math.max(2, Math.floor((right - left) / markWidth));
  const isHourly = step.period === 'HOURLY';
  const marked = new Set(axisMarks(buckets, step, segments, maxCount));
  return buckets
    .filter(({ from }) => marked.has(from))
    .map(({ from, to }) => ({
      at: isHourly ? from : (from + to) / 2,
      text: bucketTick(from, step.period, segments),
    }));
}
