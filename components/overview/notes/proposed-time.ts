import { plotState } from '@/components/range/plot/plot-state';
import { MINUTE, SECOND } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

/** A thousandth of the range is about a pixel. */
const PARTS = 1000;

/** The time of a new note: what is selected on the axis, the crosshair’s, or the end of the range, now at the latest. */
export function proposedTime({ from, to }: Span, now: number): { from: number; to?: number } {
  const { at, selection } = plotState();
  const step = (to - from) / PARTS < MINUTE / 2 ? SECOND : MINUTE;
  const round = (instant: number) => Math.round(instant / step) * step;
  if (selection) return { from: round(selection.span.from), to: round(selection.span.to) };
  return { from: round(at ?? Math.max(from, Math.min(now, to - 1))) };
}
