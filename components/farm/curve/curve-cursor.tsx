import type { CurvePoint } from '@/lib/farm/curve/cost-curve';
import classes from './curve.module.css';
import type { CurvePlot } from './curve-plot';

type CurveCursorProps = { point: CurvePoint; plot: CurvePlot };

/** Marks the point that is read out, above the picture, which is not drawn again for it. */
export function CurveCursor({ point, plot: { width, height, scale } }: CurveCursorProps) {
  const [x, y] = [scale.x(point.at), scale.y(point.costUsd)];
  return (
    <svg className={classes.cursor} width={width} height={height} data-cursor aria-hidden>
      <line x1={x} x2={x} y1={scale.top} y2={scale.bottom} />
      <circle cx={x} cy={y} r={3.5} />
    </svg>
  );
}
