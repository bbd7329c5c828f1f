import type { CostCurve, CurvePoint } from '@/lib/farm/curve/cost-curve';
import { spreadLabels } from '@/lib/farm/curve/spread-labels';
import { placedLabels } from '@/lib/farm/plot/axis-labels';
import type { PlotScale } from '@/lib/farm/plot/plot-scale';
import { timeTicks } from '@/lib/time/format';
import chartClasses from '../chart/chart.module.css';
import { LABEL_GAP } from '../chart/plot';
import classes from './curve.module.css';
import type { CurvePlot } from './curve-plot';

/** Width of a label of the time axis with the space around it, pixels. */
const TICK_PX = 48;
const LABEL_PX = 14;

type CurvePictureProps = {
  curve: CostCurve;
  zone: string;
  plot: CurvePlot;
  width: number;
  height: number;
  /** The point that is read out. */
  at: CurvePoint | undefined;
};

/** The picture of a curve: axes, levels, the known line, the expected one with its interval, and the point that is read. */
export function CurvePicture({ curve, zone, plot, width, height, at }: CurvePictureProps) {
  const { known, expected, span } = curve;
  const { axis, scale } = plot;
  const { left, right, top, bottom, x, y } = scale;
  const line = (points: readonly CurvePoint[]) =>
    points.map(({ at: time, costUsd }) => `${x(time).toFixed(1)},${y(costUsd).toFixed(1)}`).join(' ');
  const within = expected.flatMap(({ at: time, interval }) => (interval ? [{ at: time, interval }] : []));
  const band = line([
    ...within.map(({ at: time, interval }) => ({ at: time, costUsd: interval.to })),
    ...within.map(({ at: time, interval }) => ({ at: time, costUsd: interval.from })).reverse(),
  ]);
  const ticks = timeTicks(span, zone, Math.max(2, Math.floor((right - left) / TICK_PX))).map((tick) => ({
    text: tick.label,
    x: x(tick.at),
  }));
  return (
    <svg width={width} height={height} className={classes.picture} aria-hidden="true">
      <g className={chartClasses.axes}>
        {axis.marks.map((mark) => (
          <g key={mark}>
            <line x1={left} x2={right} y1={y(mark)} y2={y(mark)} />
            <text x={left - LABEL_GAP} y={y(mark)} dy="0.35em" textAnchor="end">
              {axis.format(mark)}
            </text>
          </g>
        ))}
        {placedLabels(ticks, { left: 0, right: width }).map(({ text, x: place }) => (
          <text key={place} x={place} y={bottom + 17} textAnchor="middle">
            {text}
          </text>
        ))}
      </g>
      <polygon className={classes.band} points={band} />
      <Marks curve={curve} scale={scale} />
      <Levels curve={curve} scale={scale} />
      <polyline className={classes.expected} points={line(expected)} />
      <polyline className={classes.known} points={line(known)} />
      {at && (
        <>
          <line className={classes.cursor} x1={x(at.at)} x2={x(at.at)} y1={top} y2={bottom} />
          <circle className={classes.dot} cx={x(at.at)} cy={y(at.costUsd)} r={3.5} />
        </>
      )}
    </svg>
  );
}

type ScaledProps = { curve: CostCurve; scale: PlotScale };

/** Levels with their names, which move apart where levels are close. */
function Levels({ curve: { levels }, scale }: ScaledProps) {
  const { left, right, top, bottom, y } = scale;
  const places = spreadLabels(
    levels.map(({ costUsd }) => y(costUsd) - top - 4),
    LABEL_PX,
    bottom - top,
  );
  return levels.map(({ name, costUsd }, index) => (
    <g key={name} className={classes.level}>
      <line x1={left} x2={right} y1={y(costUsd)} y2={y(costUsd)} />
      <text x={left + 6} y={top + (places[index] ?? 0)}>
        {name}
      </text>
    </g>
  ));
}

/** Instants with their names on top, on the side that has room. */
const Marks = ({ curve: { marks }, scale: { left, right, top, bottom, x } }: ScaledProps) =>
  marks.map(({ name, at }) => {
    const isLeft = x(at) < (left + right) / 2;
    return (
      <g key={name} className={classes.level}>
        <line x1={x(at)} x2={x(at)} y1={top} y2={bottom} />
        <text x={x(at) + (isLeft ? 6 : -6)} y={top + 10} textAnchor={isLeft ? 'start' : 'end'}>
          {name}
        </text>
      </g>
    );
  });
