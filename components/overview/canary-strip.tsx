import { percentAt } from '@/components/range/plot/plot-axis';
import type { Slice, SliceState } from '@/lib/canary/health/health-slices';
import type { Span } from '@/lib/time/range';
import classes from './canary-strip.module.css';
import { HATCH_FILL } from './hatch';

const HEIGHT = 18;
const TOPS: Record<SliceState, number> = {
  failed: 0,
  retried: 4,
  running: 8,
  passed: 8,
  missing: 13,
  unread: 8,
};
const BOTTOM = 16;

/** A canary's states on the time axis, shown by height as well as colour: failed ones are the tallest. */
export function CanaryStrip({
  slices,
  span,
  label,
}: {
  slices: readonly Slice[];
  span: Span;
  label: string;
}) {
  return (
    <svg height={HEIGHT} role="img" aria-label={label}>
      {slices.map(({ from, to, state }) => (
        <rect
          key={from}
          className={classes.slice}
          data-state={state}
          fill={state === 'unread' ? HATCH_FILL : undefined}
          x={percentAt(from, span)}
          width={percentAt(span.from + (to - from), span)}
          y={TOPS[state]}
          height={BOTTOM - TOPS[state]}
        />
      ))}
    </svg>
  );
}
