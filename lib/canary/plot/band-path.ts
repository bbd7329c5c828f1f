import type { Span } from '@/lib/time/range';
import { PLOT_HEIGHT, TOP } from './plot-size';

/** All bands in one path, with the row of their labels, each at least two pixels wide. `x` is within the plot. */
export const bandPath = (bands: readonly Span[], x: (at: number) => number): string =>
  bands
    .filter(({ from, to }) => x(to) > 0 && x(from) < x(Number.POSITIVE_INFINITY))
    .map(
      ({ from, to }) =>
        `M${x(from).toFixed(1)} ${-TOP}h${Math.max(2, x(to) - x(from)).toFixed(1)}V${PLOT_HEIGHT}H${x(from).toFixed(1)}z`,
    )
    .join('');

/** The places of instants in a plot of a span; earlier and later ones are at its ends. */
export const placeIn =
  (span: Span, width: number) =>
  (at: number): number =>
    Math.max(0, Math.min(width, ((at - span.from) / (span.to - span.from)) * width));
