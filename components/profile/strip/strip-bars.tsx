import type { AnomalyMark } from '@/lib/profile/range/anomalies';
import type { SampleBar } from '@/lib/profile/range/sample-bars';
import type { Span } from '@/lib/time/range';
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
export const PLOT_PX = 52;
const FOOT_PX = 2;
/** Width of the picture in its own units. */
const WIDTH = 10_000;
/** Part of a profile's time that its bar covers. */
const BAR_SHARE = 0.86;

/**
 * The samples of profiles as bars. Each existing profile has a foot, so that one without samples differs from none; one that is
 * not read is a pale field.
 */
export function StripBars(props: StripBarsProps) {
  const { bars, length, max, marks, shown, span, hovered, selected } = props;
  const share = (instant: number) =>
    Math.min(1, Math.max(0, (instant - shown.from) / (shown.to - shown.from)));
  const box = ({ from, to }: Span) => ({
    x: share(from) * WIDTH,
    width: (share(to) - share(from)) * WIDTH,
  });
  const barBox = ({ start }: SampleBar) => box({ from: start, to: start + length * BAR_SHARE });
  const field = (bar: SampleBar) => rectPath(barBox(bar), PLOT_PX - FOOT_PX - 1);
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
      viewBox={`0 0 ${WIDTH} ${PLOT_PX}`}
      preserveAspectRatio="none"
    >
      <rect className={classes.ground} width={WIDTH} height={PLOT_PX} />
      <path className={classes.line} d={`M0 1h${WIDTH}M0 ${PLOT_PX / 2}h${WIDTH}`} />
      <path className={classes.waiting} d={pathOf('waiting', field)} />
      <path className={classes.leftOut} d={pathOf('leftOut', field)} />
      <path className={classes.failed} d={pathOf('failed', field)} />
      <path className={classes.bar} d={pathOf('read', (bar) => rectPath(barBox(bar), heightOf(bar)))} />
      <path
        className={classes.foot}
        d={bars.map((bar) => rectPath(barBox(bar), FOOT_PX, PLOT_PX)).join('')}
      />
      {hovered && <rect className={classes.hovered} {...box(hovered)} height={PLOT_PX} />}
      {marks.map((mark) => (
        <rect key={`${mark.from} ${mark.to}`} className={classes.anomaly} {...box(mark)} height={PLOT_PX} />
      ))}
      <rect className={classes.range} {...box(span)} y={0.5} height={PLOT_PX - 1} />
      {selected && <rect className={classes.selected} {...box(selected)} y={0.5} height={PLOT_PX - 1} />}
    </svg>
  );
}

const rectPath = ({ x, width }: { x: number; width: number }, height: number, bottom = PLOT_PX - FOOT_PX) =>
  `M${x.toFixed(1)} ${(bottom - height).toFixed(2)}h${width.toFixed(1)}v${height.toFixed(2)}h${(-width).toFixed(1)}z`;
