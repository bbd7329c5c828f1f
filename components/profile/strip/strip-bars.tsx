import type { AnomalyMark } from '@/lib/profile/range/anomalies';
import type { SampleBar } from '@/lib/profile/range/sample-bars';
import type { Span } from '@/lib/time/range';
import { barPath, CHART_WIDTH, chartBox } from './bar-path';
import classes from './strip-bars.module.css';

type StripBarsProps = {
  bars: readonly SampleBar[];
  /** Milliseconds that each profile covers. */
  length: number;
  /** Samples at the top. */
  max: number;
  marks: readonly AnomalyMark[];
  shown: Span;
  span: Span;
  /** The profile under the pointer, or those about to be picked. */
  hovered: Span | undefined;
  selected: Span | undefined;
};

/** Pixels. */
const PLOT_PX = 52;
const FOOT_PX = 2;

/**
 * The samples of profiles as bars. Each existing profile has a foot, so that one without samples differs from none; one that is
 * not read is a pale field.
 */
export function StripBars(props: StripBarsProps) {
  const { bars, length, max, marks, shown, span, hovered, selected } = props;
  const box = (of: Span) => chartBox(of, shown);
  const column = ({ start }: SampleBar, height: number, bottom = PLOT_PX - FOOT_PX) =>
    barPath(start, length, shown, height, bottom);
  const field = (bar: SampleBar) => column(bar, PLOT_PX - FOOT_PX - 1);
  const heightOf = ({ samples }: SampleBar) => (max > 0 ? (samples / max) * (PLOT_PX - FOOT_PX - 1) : 0);
  const pathOf = (status: SampleBar['status'], path: (bar: SampleBar) => string) =>
    bars
      .filter((bar) => bar.status === status)
      .map(path)
      .join('');
  return (
    <svg
      className={classes.picture}
      aria-hidden
      height={PLOT_PX}
      viewBox={`0 0 ${CHART_WIDTH} ${PLOT_PX}`}
      preserveAspectRatio="none"
    >
      <rect className={classes.ground} width={CHART_WIDTH} height={PLOT_PX} />
      <path className={classes.line} d={`M0 1h${CHART_WIDTH}M0 ${PLOT_PX / 2}h${CHART_WIDTH}`} />
      <path className={classes.waiting} d={pathOf('waiting', field)} />
      <path className={classes.leftOut} d={pathOf('leftOut', field)} />
      <path className={classes.failed} d={pathOf('failed', field)} />
      <path className={classes.bar} d={pathOf('read', (bar) => column(bar, heightOf(bar)))} />
      <path className={classes.foot} d={bars.map((bar) => column(bar, FOOT_PX, PLOT_PX)).join('')} />
      {hovered && <rect className={classes.hovered} {...box(hovered)} height={PLOT_PX} />}
      {marks.map((mark) => (
        <rect key={`${mark.from} ${mark.to}`} className={classes.anomaly} {...box(mark)} height={PLOT_PX} />
      ))}
      <rect className={classes.range} {...box(span)} y={0.5} height={PLOT_PX - 1} />
      {selected && <rect className={classes.selected} {...box(selected)} y={0.5} height={PLOT_PX - 1} />}
    </svg>
  );
}
