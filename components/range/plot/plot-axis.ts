import { MINUTE, SECOND } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

/**
 * The time axis of a chart: its span lies between two insets from the edges of the chart's element, pixels. That of an earlier time
 * which is compared is `shift` milliseconds before the page's.
 */
export type PlotAxis = { span: Span; left?: number; right?: number; shift?: number };

type Box = Pick<DOMRect, 'left' | 'width'>;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** The instant under the pointer, not outside of the axis. `clientX` and the element's box are in the same pixels. */
export function instantAt({ span, left = 0, right = 0 }: PlotAxis, box: Box, clientX: number): number {
  const share = (clientX - box.left - left) / Math.max(1, box.width - left - right);
  return clamp(span.from + share * (span.to - span.from), span.from, span.to - 1);
}

/** How far along the axis an instant is, from 0 to 1. */
export const shareOf = (instant: number, { from, to }: Span): number =>
  clamp((instant - from) / (to - from), 0, 1);

/** The place of an instant on an axis: `25.000%`. */
export const percentAt = (instant: number, span: Span, unit: '%' | 'cqw' = '%'): string =>
  `${(shareOf(instant, span) * 100).toFixed(3)}${unit}`;

const STEPS_MS = [15 * MINUTE, 5 * MINUTE, MINUTE, 10 * SECOND, SECOND];
/** How many pixels an end may move so that it is a round time. */
const ROUNDING_PX = 2;

/** The span between two instants in either order, with ends as round as a pixel is wide; near an end of the axis it is that end. */
export function draggedSpan(a: number, b: number, axis: PlotAxis, box: Box): Span {
  const { span, left = 0, right = 0 } = axis;
  const msPerPx = (span.to - span.from) / Math.max(1, box.width - left - right);
  const step = STEPS_MS.find((ms) => ms <= msPerPx * ROUNDING_PX) ?? 1;
  const round = (instant: number) => {
    if (instant - span.from <= step / 2) return span.from;
    return span.to - instant <= step / 2 ? span.to : Math.round(instant / step) * step;
  };
  const from = Math.min(round(Math.min(a, b)), span.to - step);
  return { from, to: Math.max(round(Math.max(a, b)), from + step) };
}
