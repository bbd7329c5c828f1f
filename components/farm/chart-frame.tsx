import { CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import classes from './chart-frame.module.css';
import { AMOUNTS_WIDTH, type ChartProps } from './chart-props';

/** Size of a chart. The margins leave room for half of the highest and half of the last label. */
export function frameOf({ width, height }: ChartProps) {
  return {
    width,
    height,
    margin: { top: 8, right: 5, bottom: 0, left: 5 },
    className: classes.chart,
  };
}

/** Grid, axes and tooltip of every chart. */
export function ChartFrame({ times, amounts, tooltip }: ChartProps) {
  const { marks } = amounts;
  return (
    <>
      <CartesianGrid vertical={false} stroke="var(--triptych-line)" />
      <XAxis
        dataKey="from"
        ticks={times.marks}
        tickFormatter={times.format}
        interval={0}
        tickMargin={8}
        axisLine={false}
        tickLine={false}
      />
      <YAxis
        width={AMOUNTS_WIDTH}
        ticks={marks}
        domain={[marks[0] ?? 0, marks.at(-1) ?? 1]}
        tickFormatter={amounts.format}
        tickMargin={4}
        axisLine={false}
        tickLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        position={{ y: 0 }}
        cursor={{ stroke: 'var(--triptych-line)', fill: 'var(--triptych-line)', fillOpacity: 0.5 }}
        content={({ label }) => tooltip(Number(label))}
      />
    </>
  );
}
