import { CartesianGrid, XAxis, YAxis, type YAxisTickContentProps } from 'recharts';
import type { AmountAxis } from '@/lib/farm/amount-axis';
import { placedLabels } from '@/lib/farm/plot/axis-labels';
import type { PlotScale } from '@/lib/farm/plot/plot-scale';
import classes from './chart.module.css';
import { LABEL_GAP } from './plot';

const LINE = { stroke: 'var(--triptych-line)', shapeRendering: 'crispEdges' };
const TICK_PX = 4;
/** From the end of a line of the time axis to the foot of its label, pixels. */
const LABEL_FOOT_PX = 13;

type AxesProps = {
  /** What recharts lays out: the axes have the width and the height that the plot leaves them. */
  plot: { axis: AmountAxis; scale: PlotScale; width: number; height: number };
  /** Labelled instants, the first first. */
  times: readonly { at: number; text: string }[];
  /** Whether each labelled instant has a line. */
  hasLines?: boolean;
};

/** Lines and labels of amounts, and the times below. */
export function Axes({ plot: { axis, scale, width, height }, times, hasLines = false }: AxesProps) {
  const { left, bottom, span } = scale;
  const { marks } = axis;
  const labels = placedLabels(
    times.map(({ at, text }) => ({ at, text, x: scale.x(at) })),
    { left: 0, right: width },
  );
  const placed = new Map(labels.map((label) => [label.at, label]));
  return (
    <>
      <CartesianGrid vertical={false} {...LINE} />
      <YAxis
        width={left}
        domain={[marks[0] ?? 0, marks.at(-1) ?? 1]}
        allowDataOverflow
        ticks={marks}
        interval={0}
        tickSize={0}
        tickMargin={LABEL_GAP}
        tick={({ x, y, payload }: YAxisTickContentProps) => (
          <text className={classes.label} x={x} y={y} dy="0.35em" textAnchor="end">
            {axis.format(payload.value)}
          </text>
        )}
        tickLine={false}
        axisLine={false}
      />
      <XAxis
        type="number"
        dataKey="at"
        height={height - bottom}
        domain={[span.from, span.to]}
        allowDataOverflow
        ticks={times.map(({ at }) => at)}
        interval={0}
        tickSize={TICK_PX}
        tickMargin={LABEL_FOOT_PX}
        tick={({ y, payload }) => {
          const label = placed.get(payload.value);
          return (
            label && (
              <text className={classes.label} x={label.x} y={y} textAnchor="middle">
                {label.text}
              </text>
            )
          );
        }}
        tickLine={hasLines && LINE}
        axisLine={false}
      />
    </>
  );
}
