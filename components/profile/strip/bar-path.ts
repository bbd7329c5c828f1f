import type { Span } from '@/lib/time/range';

/** Width of a chart of samples in its own units. */
export const CHART_WIDTH = 10_000;
/** Part of a profile's time that its bar covers. */
const BAR_SHARE = 0.86;

/** The horizontal place of a time in a chart of `shown`, cut at its edges. */
export function chartBox({ from, to }: Span, shown: Span): { x: number; width: number } {
  const at = (instant: number) =>
    Math.min(1, Math.max(0, (instant - shown.from) / (shown.to - shown.from))) * CHART_WIDTH;
  return { x: at(from), width: at(to) - at(from) };
}

/** Path of the bar of a profile of a length, in a chart of `shown`. */
export function barPath(start: number, length: number, shown: Span, height: number, bottom: number): string {
  const { x, width } = chartBox({ from: start, to: start + length * BAR_SHARE }, shown);
  return `M${x.toFixed(1)} ${(bottom - height).toFixed(2)}h${width.toFixed(1)}v${height.toFixed(2)}h${(-width).toFixed(1)}z`;
}
