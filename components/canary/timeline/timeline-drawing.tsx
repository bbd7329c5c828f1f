import type { ScheduledRun } from '@/lib/canary/attempts';
import type { DurationScale } from '@/lib/canary/plot/duration-scale';
import { LEFT, PICTURE_HEIGHT, PLOT_HEIGHT, RETRIES_HEIGHT, TOP } from '@/lib/canary/plot/plot-size';
import type { RunBar } from '@/lib/canary/plot/run-bars';
import type { Span } from '@/lib/time/range';
import classes from './run-timeline.module.css';
import { TimelineAxes } from './timeline-axes';
import { TimelinePicture } from './timeline-picture';

type TimelineDrawingProps = {
  bars: readonly RunBar[];
  gaps: readonly Span[];
  outages: readonly Span[];
  loadedFrom: number;
  view: Span;
  zone: string;
  now: number;
  /** Of the plot, and with the axis, pixels. */
  width: number;
  outerWidth: number;
  scale: DurationScale;
  x(at: number): number;
  selected: ScheduledRun | undefined;
  pointed: ScheduledRun | undefined;
};

/** Axes and bars of the timeline, and what the pointer and the keys are at. */
export function TimelineDrawing(props: TimelineDrawingProps) {
  const { bars, gaps, outages, loadedFrom, view, zone, now, width, outerWidth, scale, x } = props;
  const { selected, pointed } = props;
  return (
    <svg width={outerWidth} height={PICTURE_HEIGHT} aria-hidden className={classes.picture}>
      <g transform={`translate(${LEFT} ${TOP})`}>
        <TimelineAxes span={view} zone={zone} width={width} scale={bars.length > 0 ? scale : undefined} />
        {selected && <Highlight kind="selected" x={x(selected.started)} />}
        {pointed && <Highlight kind="pointed" x={x(pointed.started)} />}
        <TimelinePicture {...{ bars, gaps, outages, loadedFrom, width, scale }} span={view} />
        {now > view.from && now < view.to && (
          <line x1={x(now)} x2={x(now)} y2={PLOT_HEIGHT} className={classes.now} />
        )}
      </g>
    </svg>
  );
}

const Highlight = ({ kind, x }: { kind: 'selected' | 'pointed'; x: number }) => (
  <rect
    data-kind={kind}
    className={classes.highlight}
    x={x - 3}
    width={10}
    y={-TOP}
    height={TOP + PLOT_HEIGHT + RETRIES_HEIGHT}
  />
);
