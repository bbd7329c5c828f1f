import { memo, useId } from 'react';
import type { Gap } from '@/lib/canary/timeline';
import type { Span } from '@/lib/time/range';
import fill from './outcome-fill.module.css';
import { OutcomeGlyph } from './outcome-glyph';
import type { TimelineLayout } from './timeline-layout';
import { xOf } from './timeline-layout';
import classes from './timeline-picture.module.css';

type TimelinePictureProps = {
  layout: TimelineLayout;
  gaps: readonly Gap[];
  span: Span;
  /** Nothing is known before it, epoch milliseconds. */
  loadedFrom: number;
  width: number;
  height: number;
};

/**
 * What is drawn once for all pointer moves: the part that isn't loaded, gaps, bars, marks. Behind a failed bar
 * the plot is tinted to its top: failures are often short.
 */
export const TimelinePicture = memo(function TimelinePicture(props: TimelinePictureProps) {
  const { layout, gaps, span, loadedFrom, width, height } = props;
  const id = useId();
  const unloaded = Math.max(0, Math.min(width, xOf(loadedFrom, { span, width })));
  return (
    <g>
      <Hatches id={id} />
      {gaps.map((gap) => {
        const [from, to] = [xOf(gap.from, { span, width }), xOf(gap.to, { span, width })];
        const shown = Math.max(2, to - from);
        return (
          <g key={gap.from}>
            <rect x={from} width={shown} height={height} fill={`url(#${id}-gap)`} />
            {shown > 64 && (
              <text x={from + shown / 2} y={height / 2} textAnchor="middle" className={classes.label}>
                no runs
              </text>
            )}
          </g>
        );
      })}
      {layout.bars
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ run, x, width: wide }) => (
          <rect key={run.id} className={classes.failedGround} x={x} width={wide} height={height} />
        ))}
      {layout.bars.map(({ run, outcome, x, width: wide, height: high }) => (
        <rect
          key={run.id}
          data-outcome={outcome}
          className={fill.outcome}
          x={x}
          y={height - high}
          width={wide}
          height={high}
          rx={wide > 6 ? 1.5 : 0}
        />
      ))}
      {layout.marks.map(({ outcome, x }) => (
        <OutcomeGlyph key={x} outcome={outcome} x={x} y={-10} />
      ))}
      {unloaded > 0 && (
        <g>
          <rect width={unloaded} height={height} fill={`url(#${id}-unloaded)`} />
          {unloaded > 90 && (
            <text x={unloaded / 2} y={height / 2} textAnchor="middle" className={classes.label}>
              not loaded
            </text>
          )}
        </g>
      )}
    </g>
  );
});

/** Lines falling to the right for gaps, dots for what isn't loaded: told apart without colour. */
function Hatches({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-gap`}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={1.5} height={6} className={classes.hatch} />
      </pattern>
      <pattern id={`${id}-unloaded`} width={6} height={6} patternUnits="userSpaceOnUse">
        <circle cx={3} cy={3} r={0.9} className={classes.hatch} />
      </pattern>
    </defs>
  );
}
