import { axisMarks, bucketTick } from '@/lib/farm/bucket-labels';
import { placedLabels } from '@/lib/farm/plot/axis-labels';
import type { Series } from '@/lib/farm/series';
import classes from './chart.module.css';
import { LABEL_GAP, type Plot } from './plot';

/** Width of a label of the time axis, with the space around it, in pixels: `24 Nov`, `Nov 2026`. */
const MARK_WIDTH = 52;
const MONTH_MARK_WIDTH = 66;
const TICK_PX = 4;

type AxesProps = { series: Pick<Series, 'buckets' | 'segments' | 'step'>; plot: Plot };

/** Lines and labels of amounts, and the times below. */
export function Axes({ series, plot }: AxesProps) {
  const { axis, scale, width } = plot;
  const { left, right, bottom } = scale;
  const marks = timeMarks(series, plot);
  return (
    <g className={classes.axes}>
      {axis.marks.map((mark) => (
        <g key={mark}>
          <line x1={left} x2={right} y1={scale.y(mark)} y2={scale.y(mark)} />
          <text x={left - LABEL_GAP} y={scale.y(mark)} dy="0.35em" textAnchor="end">
            {axis.format(mark)}
          </text>
        </g>
      ))}
      {marks.map(({ x }) => (
        <line key={x} x1={x} x2={x} y1={bottom} y2={bottom + TICK_PX} />
      ))}
      {placedLabels(marks, { left: 0, right: width }).map(({ text, x }) => (
        <text key={x} x={x} y={bottom + 17} textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

/** Hours label the instant at which a bar starts, longer periods the bar, at its middle. */
function timeMarks({ buckets, step, segments }: AxesProps['series'], { scale }: Plot) {
  const markWidth = step.period === 'MONTHLY' ? MONTH_MARK_WIDTH : MARK_WIDTH;
  const maxCount = Math.max(2, Math.floor((scale.right - scale.left) / markWidth));
  const isHourly = step.period === 'HOURLY';
  const marked = new Set(axisMarks(buckets, step, segments, maxCount));
  return buckets
    .filter(({ from }) => marked.has(from))
    .map(({ from, to }) => ({
      text: bucketTick(from, step.period, segments),
      x: scale.x(isHourly ? from : (from + to) / 2),
    }));
}
