import { memo, useId } from 'react';
import type { Outcome } from '@/lib/canary/attempts';
import type { Gap } from '@/lib/canary/gaps/gap';
import type { Span } from '@/lib/time/range';
import { type TimelineLayout, xOf } from './timeline-layout';
import classes from './timeline-picture.module.css';

type TimelinePictureProps = {
  layout: TimelineLayout;
  gaps: readonly Gap[];
  span: Span;
  /** Earlier runs are not loaded, epoch milliseconds. */
  loadedFrom: number;
  width: number;
  height: number;
};

/**
 * The parts of the timeline that don't change with the pointer: gaps, bars, marks, and the part that isn't loaded. The
 * plot is tinted behind failed bars, because failures are often short.
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
          className={classes.outcome}
          x={x}
          y={height - high}
          width={wide}
          height={high}
          rx={wide > 6 ? 1.5 : 0}
        />
      ))}
      {layout.marks.map(({ outcome, x }) => (
        <OutcomeSymbol key={x} outcome={outcome} x={x} y={-10} />
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

/** Lines for gaps, dots for the part that isn't loaded: distinguishable without colour. */
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

type OutcomeSymbolProps = { outcome: Outcome; x: number; y: number };

/** The symbol of an outcome, about 8 pixels, centred on a point. */
function OutcomeSymbol({ outcome, x, y }: OutcomeSymbolProps) {
  const attributes = {
    transform: `translate(${x} ${y})`,
    'data-outcome': outcome,
    className: classes.outcome,
  };
  switch (outcome) {
    case 'passed':
      return <circle r={2.5} {...attributes} />;
    case 'failed':
      return <path d="M0-4.2 4.2 3.4H-4.2Z" {...attributes} />;
    case 'retried':
      return <path d="M0-4.2 4.2 0 0 4.2-4.2 0Z" {...attributes} />;
    case 'running':
      return <circle r={3} {...attributes} />;
  }
}
