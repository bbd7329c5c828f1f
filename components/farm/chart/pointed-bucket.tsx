import type { ReactNode } from 'react';
import type { Span } from '@/lib/time/range';
import classes from './chart.module.css';
import type { Plot } from './plot';

/** Between a bucket and its tooltip, pixels. */
const GAP = 8;

type PointedBandProps = { bucket: Span; plot: Pick<Plot, 'scale'> };

/** The band behind the bars of a bucket. */
export function PointedBand({ bucket, plot: { scale } }: PointedBandProps) {
  const [from, to] = [scale.x(bucket.from), scale.x(bucket.to)];
  return (
    <div
      className={classes.pointed}
      style={{ left: from, top: scale.top, width: to - from, height: scale.bottom - scale.top }}
    />
  );
}

type TooltipPlaceProps = { bucket: Span; plot: Pick<Plot, 'scale' | 'width'>; children: ReactNode };

/** Places a tooltip on the side of a bucket that has more room. */
export function TooltipPlace({ bucket, plot, children }: TooltipPlaceProps) {
  const { scale, width } = plot;
  const [from, to] = [scale.x(bucket.from), scale.x(bucket.to)];
  const gridTemplateColumns =
    from + to < width
      ? `minmax(0, ${to + GAP}px) max-content minmax(0, 1fr)`
      : `minmax(0, 1fr) max-content minmax(0, ${width - from + GAP}px)`;
  return (
    <div className={classes.place} style={{ gridTemplateColumns }}>
      <div style={{ gridColumn: 2 }}>{children}</div>
    </div>
  );
}
