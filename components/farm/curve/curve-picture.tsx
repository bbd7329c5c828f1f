import { Area, Line, ReferenceLine } from 'recharts';
import type { CostCurve } from '@/lib/farm/curve/cost-curve';
import { spreadLabels } from '@/lib/farm/curve/spread-labels';
import type { PlotScale } from '@/lib/farm/plot/plot-scale';
import { timeTicks } from '@/lib/time/format';
import { Axes } from '../chart/axes';
import { ChartFrame } from '../chart/chart-frame';
import classes from './curve.module.css';
import type { CurvePlot } from './curve-plot';

/** Width of a label of the time axis with the space around it, pixels. */
const TICK_PX = 48;
const LABEL_PX = 14;

const COLOUR = 'var(--mantine-color-indigo-filled)';
const STILL = { isAnimationActive: false, dot: false, activeDot: false } as const;
const LINE = { ...STILL, stroke: COLOUR, strokeWidth: 2 };
const LEVEL = { stroke: 'var(--mantine-color-text)', strokeDasharray: '1 3', strokeWidth: 1.5 };

type CurvePictureProps = { curve: CostCurve; zone: string; plot: CurvePlot };

/** The picture of a curve: axes, levels, the known line, and the expected one with its interval. */
export function CurvePicture({ curve, zone, plot }: CurvePictureProps) {
  const { known, expected, span, levels, marks } = curve;
  const { scale } = plot;
  const { left, right, top } = scale;
  const rows = [
    ...known.map(({ at, costUsd }) => ({ at, known: costUsd })),
    ...expected.map(({ at, costUsd, interval }) => ({
      ...{ at, expected: costUsd },
      ...(interval && { interval: [interval.from, interval.to] }),
    })),
  ];
  const times = timeTicks(span, zone, Math.max(2, Math.floor((right - left) / TICK_PX)));
  const places = levelPlaces(levels, scale);
  return (
    <ChartFrame plot={plot} data={rows}>
      <Axes plot={plot} times={times.map(({ at, label }) => ({ at, text: label }))} />
      <Area {...STILL} dataKey="interval" fill={COLOUR} fillOpacity={0.14} stroke="none" />
      {marks.map(({ name, at }) => (
        <ReferenceLine
          key={name}
          {...LEVEL}
          x={at}
          label={() => <MarkName {...{ name, scale }} x={scale.x(at)} />}
        />
      ))}
      {levels.map(({ name, costUsd }, index) => (
        <ReferenceLine
          key={name}
          {...LEVEL}
          y={costUsd}
          label={() => (
            <text className={classes.name} x={left + 6} y={top + (places[index] ?? 0)}>
              {name}
            </text>
          )}
        />
      ))}
      <Line {...LINE} dataKey="expected" strokeDasharray="4 4" />
      <Line {...LINE} dataKey="known" />
    </ChartFrame>
  );
}

/** Where the names of levels stand, pixels below the top of the plot: they move apart where levels are close. */
const levelPlaces = (levels: CostCurve['levels'], { top, bottom, y }: PlotScale): number[] =>
  spreadLabels(
    levels.map(({ costUsd }) => y(costUsd) - top - 4),
    LABEL_PX,
    bottom - top,
  );

type MarkNameProps = { name: string; x: number; scale: PlotScale };

/** The name of an instant on top of its line, on the side that has room. */
function MarkName({ name, x, scale: { left, right, top } }: MarkNameProps) {
  const isLeft = x < (left + right) / 2;
  return (
    <text
      className={classes.name}
      x={x + (isLeft ? 6 : -6)}
      y={top + 10}
      textAnchor={isLeft ? 'start' : 'end'}
    >
      {name}
    </text>
  );
}
