import type { CostCurve, CurvePoint } from '@/lib/farm/curve/cost-curve';
import { spreadLabels } from '@/lib/farm/curve/spread-labels';
import { timeTicks } from '@/lib/time/format';
import classes from './curve.module.css';
import type { Plot } from './plot';

/** Width of a label of the time axis with the space around it, pixels. */
const TICK_PX = 48;
const LABEL_PX = 14;

type CurvePictureProps = {
  curve: CostCurve;
  zone: string;
  plot: Plot;
  width: number;
  height: number;
  /** The point that is read out. */
  at: CurvePoint | undefined;
};

/** The picture of a curve: axes, levels, the known line, the expected one with its interval, and the point that is read. */
export function CurvePicture({ curve, zone, plot, width, height, at }: CurvePictureProps) {
  const { known, expected, span } = curve;
  const { left, right, top, bottom, axis, x, y } = plot;
  const line = (points: readonly CurvePoint[]) =>
    points.map(({ at: time, costUsd }) => `${x(time).toFixed(1)},${y(costUsd).toFixed(1)}`).join(' ');
  const within = expected.flatMap(({ at: time, interval }) => (interval ? [{ at: time, interval }] : []));
  const band = line([
    ...within.map(({ at: time, interval }) => ({ at: time, costUsd: interval.to })),
    ...within.map(({ at: time, interval }) => ({ at: time, costUsd: interval.from })).reverse(),
  ]);
  const ticks = timeTicks(span, zone, Math.max(2, Math.floor((right - left) / TICK_PX)));
  return (
    <svg width={width} height={height} className={classes.picture} aria-hidden="true">
      {axis.marks.map((mark) => (
        <g key={mark}>
          <line className={classes.grid} x1={left} x2={right} y1={y(mark)} y2={y(mark)} />
          <text x={left - 6} y={y(mark)} dy="0.32em" textAnchor="end">
            {axis.format(mark)}
          </text>
        </g>
      ))}
      {ticks.map(({ at: tick, label }) => (
        <text key={tick} x={x(tick)} y={bottom + 17} textAnchor="middle">
          {x(tick) < right - 16 ? label : ''}
        </text>
      ))}
      <polygon className={classes.band} points={band} />
      <Marks curve={curve} plot={plot} />
      <Levels curve={curve} plot={plot} />
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

/** Levels with their names, which move apart where levels are close. */
function Levels({ curve: { levels }, plot }: { curve: CostCurve; plot: Plot }) {
  const { left, right, top, bottom, y } = plot;
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
const Marks = ({
  curve: { marks },
  plot: { left, right, top, bottom, x },
}: {
  curve: CostCurve;
  plot: Plot;
}) =>
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
