import { percentAt } from '@/components/range/plot/plot-axis';
import type { TrendPoint } from '@/lib/profile/range/trend';
import type { Span } from '@/lib/time/range';
import overview from './overview.module.css';

const HEIGHT = 22;
const FOOT = 20;

type ShareStripProps = {
  points: readonly TrendPoint[];
  /** Share (0–1) at the full height. */
  max: number;
  span: Span;
  label: string;
};

/** A function's share in each profile, from 0 at the foot. Times without a profile are empty. */
export function ShareStrip({ points, max, span, label }: ShareStripProps) {
  return (
    <svg height={HEIGHT} role="img" aria-label={label}>
      <rect className={overview.ground} y={FOOT} width="100%" height={1} />
      {points.map((point) => {
        const [from, to] = [Math.max(point.from, span.from), Math.min(point.to, span.to)];
        const height = max > 0 ? Math.max(1, (point.share / max) * FOOT) : 1;
        return to <= from ? null : (
          <rect
            key={from}
            fill="var(--mantine-color-indigo-5)"
            x={percentAt(from, span)}
            width={percentAt(span.from + (to - from), span)}
            y={FOOT - height}
            height={height}
          />
        );
      })}
    </svg>
  );
}
